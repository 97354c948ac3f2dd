"""Where a page fails in a way that nobody foresaw, readers see our sentence with a code, never Streamlit's box."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from language.languages import LANGUAGES


def _failing() -> None:
    from streamlit.error_util import handle_user_script_exception

    from web.failing import failures_shown_by

    handle_user_script_exception(
        ImportError("a name of ours"), failures_shown_by("interface.shell.problems:show_failure")
    )


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_failure_is_a_sentence_in_the_readers_language_whose_code_stands_in_the_log(
    code: str, caplog: pytest.LogCaptureFixture
):
    page = AppTest.from_function(_failing)
    page.query_params["lang"] = code
    page.run()

    (box,) = page.error
    (entry,) = [record for record in caplog.records if record.name == "interface.shell.problems"]
    (reference,) = re.findall(r"\[([0-9a-f]{8})\]", entry.getMessage())
    assert not page.exception
    assert box.value == LANGUAGES[code].problems.page_failed.format(reference=reference)
    assert entry.exc_info is not None
    assert isinstance(entry.exc_info[1], ImportError)
