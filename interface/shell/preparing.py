"""First start with `streamlit run`: the embedded database is prepared while readers see the progress."""

import threading
from dataclasses import dataclass, field

import streamlit as st

from data_access.database.errors import DataAccessError
from data_access.database.settings import database_url, default_file, is_default
from data_access.demo import write_demo
from data_access.reference.seed import prepare
from interface.shell.problems import show_problem
from language.languages import Language
from model import settings


@dataclass
class _Preparation:
    """Progress of the preparing thread, and the error it ended with."""

    lines: list[str] = field(default_factory=list)
    problem: DataAccessError | None = None
    done: bool = False

    def run(self) -> None:
        try:
            without = settings.begins_empty()
            prepare(database_url(), self.lines.append, empty=without)
            if not without:
                write_demo(database_url(), say=self.lines.append)
        except DataAccessError as problem:
            self.problem = problem
        finally:
            self.done = True


def prepare_default_database(language: Language) -> None:
    """Return at once where the database exists; otherwise show the progress until it is ready."""
    if not is_default() or (default_file().exists() and not _started()):
        return
    preparation = _preparation()
    if preparation.problem:
        show_problem(preparation.problem, language)
        st.stop()
    if preparation.done:
        return
    st.info(language.problems.preparing, icon=":material/hourglass_top:")
    st.skeleton(height=320)
    _show_progress(preparation)
    st.stop()


_RUNNING: dict[str, bool] = {}


def _started() -> bool:
    return bool(_RUNNING)


@st.cache_resource(show_spinner=False)
def _preparation() -> _Preparation:
    preparation = _Preparation()
    _RUNNING["yes"] = True
    threading.Thread(target=preparation.run, name="prepare", daemon=True).start()
    return preparation


@st.fragment(run_every=1)
def _show_progress(_preparation: _Preparation) -> None:
    st.code("\n".join(_preparation.lines[-6:]) or "…", language=None)
    if _preparation.done:
        st.rerun()
