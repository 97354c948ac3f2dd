"""An uploaded file, or the waiting rows of a source, kept in the session."""

import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from data_access.database.settings import database_url
from data_access.importing.bulk import Progress
from data_access.importing.choices import Choices
from data_access.importing.saving import Saved, save
from data_access.importing.syncing.running import save_waiting
from data_access.importing.understanding import understand
from data_access.importing.understood import Understood
from interface.widgets.import_job import Job

WAITING: Final = "waiting"  # first in the key of rows that wait; their source follows


@dataclass
class Intake:
    """One file and the state of its import."""

    key: tuple[str, ...]
    name: str
    path: Path
    folder: tempfile.TemporaryDirectory[str] = field(repr=False)
    choices: Choices
    reading: Job[Understood] | None = None
    saving: Job[Saved] | None = None

    def answer(self, **changes: object) -> None:
        """Apply an answer and interpret the file again."""
        self.choices = self.choices.changed(**changes)
        self.reading = self.saving = None

    def start_reading(self) -> Job[Understood]:
        """Read the file in the background, once."""
        if self.reading is None:
            url, path, choices, name = database_url(), self.path, self.choices, self.name

            def work(progress: Progress) -> Understood:
                return understand(url, path, choices, name=name, progress=progress)

            self.reading = Job(work)
        return self.reading

    def start_saving(self, understood: Understood) -> None:
        """Save what the preview showed, once."""
        if self.saving is None:
            url, (kind, source, *_) = database_url(), self.key

            def work(progress: Progress) -> Saved:
                if kind == WAITING:
                    return save_waiting(url, source, understood, progress)
                return save(url, understood, as_previewed=True, progress=progress)

            self.saving = Job(work, whole=understood.counts[0])
