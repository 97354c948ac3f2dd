"""Properties of files say whose they are and when they were made, and name no library."""

import io
import zipfile
from collections.abc import Callable
from datetime import UTC
from typing import Any

import pytest
from docx import Document
from pptx import Presentation
from pypdf import PdfReader

from exports.docx import write_text
from exports.pdf import Form, write_report
from exports.pptx import write_slides
from model.clock import in_utc
from tests.exports.conftest import OCCASION

Make = Callable[..., bytes]


@pytest.mark.parametrize(("write", "opened"), [(write_slides, Presentation), (write_text, Document)])
def test_an_office_file_names_its_author_and_no_library(made: Make, write: Make, opened: Callable[..., Any]):
    content = made(write)
    about = opened(io.BytesIO(content)).core_properties
    names = zipfile.ZipFile(io.BytesIO(content))

    assert (about.author, about.last_modified_by) == (OCCASION.who, OCCASION.who)
    assert about.created.replace(tzinfo=UTC) == in_utc(OCCASION.made_at)
    assert about.comments == ""
    assert not [name for name in names.namelist() if "thumbnail" in name]
    assert b"Macintosh" not in names.read("docProps/app.xml")


@pytest.mark.parametrize("form", Form)
def test_a_pdf_names_its_author_and_no_program(made: Make, form: Form):
    content = made(write_report, form=form)
    file = PdfReader(io.BytesIO(content))

    assert file.metadata is not None and file.metadata.author == OCCASION.who
    assert not (file.metadata.creator or "").strip()
    assert b"Typst" not in content and len(file.pages) >= 1
