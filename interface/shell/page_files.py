"""Workbooks uploaded on the page they fill: previewed, then saved; `/import` can undo them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import streamlit as st

from data_access.database.errors import NotSaved
from data_access.database.settings import database_url
from data_access.programmes.saving import Loaded, load_from_memory
from exports.kinds import SPREADSHEET
from importer.programmes import finding_line
from interface.shell.access import current_reader
from interface.shell.refusals import show_refusal
from interface.shell.visit import Visit
from interface.widgets.loading import show_remarks
from interface.widgets.more import show_lines
from interface.widgets.sources import plain
from language.pages.examples import ExampleTexts
from language.pages.readiness import ReadinessTexts
from presentation.file_names import file_name

FileTexts: TypeAlias = ReadinessTexts | ExampleTexts


@dataclass(frozen=True)
class HeldFile:
    """One file in memory, and the programme it is for."""

    content: bytes
    name: str
    programme: str


@dataclass(frozen=True)
class PageFile:
    """How the files of one page are written, read and described.

    `load` reads, checks and saves a file (load_readiness, load_examples); it raises NotSaved.
    """

    key: str
    texts: FileTexts
    template: Callable[[], bytes]
    load: Callable[..., Loaded]
    lines: Callable[[Loaded], list[str]]
    count: Callable[[Loaded], int]

    def held(self, visit: Visit) -> HeldFile | None:
        """The file waiting to be saved."""
        file: HeldFile | None = st.session_state.get(f"{self.key}_draft")
        return file if file and file.programme == visit.filters.programme else None

    def hold(self, content: bytes, name: str, visit: Visit) -> None:
        """Hold a file for preview."""
        st.session_state[f"{self.key}_draft"] = HeldFile(content, name, visit.filters.programme)
        st.rerun()

    def show_saved(self) -> None:
        """Draw what was just saved, once."""
        saved = st.session_state.pop(f"{self.key}_saved", None)
        if saved:
            st.success(plain(saved), icon=":material/check:")

    def offer(self, title: str, icon: str, visit: Visit, draw_more: Callable[[], None] = lambda: None) -> None:
        """Draw what was just saved and the waiting file or, below `title`, the upload with what `draw_more` adds."""
        self.show_saved()
        draft = self.held(visit)
        if draft:
            self.show(draft, visit)
            return
        with st.expander(title, icon=icon):
            self.take(visit)
            draw_more()

    def take(self, visit: Visit) -> None:
        """Draw the template and the upload field."""
        texts = self.texts
        st.markdown(f"**{texts.say_file}**")
        st.caption(texts.say_file_note)
        about = visit.language.exports.menu.file_words[self.key]
        name = file_name(about, "xlsx", visit.records, visit.filters, visit.language)
        icon = ":material/download:"
        st.download_button(texts.template, self.template, name, SPREADSHEET, on_click="ignore", icon=icon)
        kinds = ["xlsx", "xls", "ods"]
        file = st.file_uploader(texts.say_file, kinds, key=f"{self.key}_file", label_visibility="collapsed")
        if file is not None and st.button(texts.preview, key=f"{self.key}_preview_file"):
            self.hold(file.getvalue(), file.name, visit)

    def show(self, draft: HeldFile, visit: Visit) -> None:
        """Draw what the file would change, or why it cannot, with the buttons."""
        texts, number = self.texts, visit.language.numbers.count
        preview = self._loaded(draft, visit, dry_run=True)
        if preview is None:
            return
        with st.container(border=True):
            if preview.findings:
                findings = [finding_line(finding, visit.language) for finding in preview.findings]
                show_lines(st.error, findings, visit.language)
                st.caption(visit.language.programmes.refused.format(count=number(len(findings))))
            elif preview.is_same:
                st.info(texts.same)
            else:
                show_remarks(preview, visit.language)
                st.markdown(f"**{texts.changes.format(count=number(self.count(preview)))}**")
                show_lines(st.markdown, self.lines(preview), visit.language)
            with st.container(horizontal=True):
                fine = not preview.findings and not preview.is_same
                if fine and st.button(texts.save, type="primary", icon=":material/save:", key=f"{self.key}_save"):
                    self._save(draft, visit)
                st.button(texts.discard, on_click=self._discard, key=f"{self.key}_discard", icon=":material/close:")

    def _save(self, draft: HeldFile, visit: Visit) -> None:
        saved = self._loaded(draft, visit, dry_run=False)
        if saved is None or saved.findings:
            return
        visit.records.live.catch_up()
        count = visit.language.numbers.count(self.count(saved))
        st.session_state[f"{self.key}_saved"] = self.texts.saved.format(count=count, batch=saved.batch)
        self._discard()
        st.rerun()

    def _loaded(self, draft: HeldFile, visit: Visit, *, dry_run: bool) -> Loaded | None:
        try:
            return load_from_memory(
                self.load,
                database_url(),
                draft.content,
                draft.programme,
                current_reader(),
                name=draft.name,
                dry_run=dry_run,
            )
        except NotSaved as problem:
            show_refusal(problem, visit.language)
            return None

    def _discard(self) -> None:
        st.session_state.pop(f"{self.key}_draft", None)
