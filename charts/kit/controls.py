"""Configuration of plotly's toolbar."""

from language.languages import Language
from model import settings
from model.edges import Json


def plotly_config(language: Language) -> Json:
    """Plotly's toolbar in a language, with one button that saves a picture and no network access."""
    own = language.plotly
    return {
        "locale": language.code,
        "locales": {language.code: {"dictionary": own.buttons, "format": own.calendar}} if own.buttons else {},
        "topojsonURL": f"{settings.base_path()}/app/static/topo/",
        "displaylogo": False,
        "showSendToCloud": False,
        "displayModeBar": "hover",
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": {"format": "png", "scale": 2},
        "scrollZoom": False,
        "doubleClick": False,
        "showTips": False,
    }
