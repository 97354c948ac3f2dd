"""Uploaded files as one file on disk, and the template."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import streamlit as st

from data_access.importing.template import initiatives_template
from exports.kinds import SPREADSHEET
from importer.wording import Wording
from language.languages import Language
from model.catalogue import Catalogue
from model.folding import slug
from presentation.file_names import name_of_programme


def written_files(files: Sequence[tuple[str, bytes | memoryview]], folder: Path) -> tuple[str, Path]:
    """Name and path of the upload: one file, or a folder for several, read together."""
    name = files[0][0]
    if len(files) == 1:
        path = folder / f"file{Path(name).suffix[:6]}"
        path.write_bytes(files[0][1])
        return name, path
    for nth, (file_name, content) in enumerate(files):
        place = folder / Path(file_name.replace("\\", "/")).name
        place = place.with_stem(f"{place.stem} ({nth + 1})") if place.exists() else place
        place.write_bytes(content)
    return f"{name} … +{len(files) - 1}", folder


def offer_template(catalogue: Catalogue, programme: str, wording: Wording, language: Language) -> None:
    """Draw a download button for the template with the programme's units and sectors."""
    label, about = wording.texts.template, slug(language.exports.menu.file_words["initiatives"])
    name = f"{name_of_programme(catalogue, programme, language)}_{about}.xlsx"
    make = partial(initiatives_template, catalogue, programme)
    st.download_button(label, make, name, SPREADSHEET, on_click="ignore", icon=":material/download:")
