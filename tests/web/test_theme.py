"""Messages about the theme equal Streamlit's own, however often they are sent."""

import pytest
from streamlit import config
from streamlit.proto.NewSession_pb2 import NewSession
from streamlit.runtime import app_session

from web.theme import filled_once

SECTIONS = ("theme", "theme.light", "theme.dark", "theme.sidebar")


def filled_message(fill) -> NewSession:
    """A message as `AppSession` fills it: the theme, then the light, the dark and the sidebar's."""
    message = NewSession()
    fill(message.custom_theme)
    for section in SECTIONS[1:]:
        fill(getattr(message.custom_theme, section.partition(".")[2]), section)
    return message


@pytest.mark.parametrize(
    "options", [{}, {"theme.base": "dark", "theme.primaryColor": "#0057b8"}, {"theme.dark.font": "serif"}]
)
def test_the_theme_is_the_same_every_time_as_without_the_cache(
    options: dict[str, str], monkeypatch: pytest.MonkeyPatch
):
    real = config.get_options_for_section

    def options_for(section: str):
        return {name: options.get(f"{section}.{name}") for name in real(section)}

    monkeypatch.setattr(config, "get_options_for_section", options_for)
    fill = filled_once(app_session._populate_theme_msg)

    assert [filled_message(fill), filled_message(fill), filled_message(fill)] == [
        filled_message(app_session._populate_theme_msg)
    ] * 3
