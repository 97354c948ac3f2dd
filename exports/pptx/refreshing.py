"""New numbers in an edited deck: text, shapes and slides that users changed stay as they are."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from pptx import Presentation

from exports.pptx.agenda import PLACE
from exports.pptx.opening import open_presentation
from exports.pptx.redrawing import refresh_chart
from exports.pptx.seals import GROUP, frames_of, is_untouched, masked, place_of_line, renumbered, seal, words_of
from exports.problems import UnfitTemplate

_CLICK: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}hlinkClick"


def refresh_deck(deck: Path, fresh: bytes) -> bytes:
    """The deck with the numbers of `fresh`, a deck of the same kind of scope.

    Slides of ours without data today are hidden. Raises UnfitTemplate.
    """
    old = open_presentation(deck, "deck")
    new_deck = Presentation(BytesIO(fresh))
    new = {name_of(slide): slide for slide in new_deck.slides}
    ours = [slide for slide in old.slides if name_of(slide)]
    if not any(name_of(slide) in new for slide in ours):
        raise UnfitTemplate("deck_foreign", deck.name)
    if (scope := scope_of(old)) is not None and scope != scope_of(new_deck):
        raise UnfitTemplate("deck_scope", deck.name)
    for slide in ours:
        if (twin := new.get(name_of(slide))) is not None:
            _refresh_slide(slide, twin)
            slide._element.cSld.set("name", twin._element.cSld.get("name"))  # noqa: SLF001 (as below)
        else:
            slide._element.set("show", "0")  # noqa: SLF001 (the library has no public name for it)
    target = BytesIO()
    old.save(target)
    return target.getvalue()


def name_slide(slide: Any, name: str, scope: str = "") -> None:
    """Store the slide's name in it, so that it is recognised after being moved, copied or deleted.

    `scope` is stored with it: the words of one union must not stand beside the numbers of another.
    """
    slide._element.cSld.set("name", f"{name}?{scope}" if scope else name)  # noqa: SLF001 (as above)


def name_of(slide: Any) -> str | None:
    """The name stored in a slide; None for slides added by users."""
    name: str = slide._element.cSld.get("name") or ""  # noqa: SLF001 (as above)
    return name.partition("?")[0] or None


def scope_of(deck: Any) -> str | None:
    """The scope stored in a deck; None for decks of earlier versions and those without that slide."""
    names = (slide._element.cSld.get("name") or "" for slide in deck.slides)  # noqa: SLF001 (as above)
    return next((name.partition("?")[2] for name in names if "?" in name), None)


def _refresh_slide(slide: Any, twin: Any) -> None:
    shapes = dict(_numbered(twin))
    for key, shape in list(_numbered(slide)):
        other = shapes.get(key)
        if shape.name.startswith(PLACE):  # “3.  Xếp hạng”: its place in this deck, not in the other
            continue
        if other is not None:
            _refresh(shape, other)
        elif is_untouched(shape):  # ours, and no longer part of the deck
            shape._element.getparent().remove(shape._element)  # noqa: SLF001 (as above)
    if slide.has_notes_slide and twin.has_notes_slide:
        _refresh_notes(slide.notes_slide.notes_placeholder, twin.notes_slide.notes_placeholder)


def _refresh_notes(shape: Any, other: Any) -> None:
    """Replace the speaker notes; if users edited them, only the sentences that are still ours."""
    if shape is None or other is None:
        return
    if is_untouched(shape):
        shape.text_frame.text = other.text_frame.text
        seal(shape)
        return
    fresh = other.text_frame.text.split("\n")
    alike = {masked(line): line for line in fresh}
    for paragraph in shape.text_frame.paragraphs:
        line, place = alike.get(masked(paragraph.text)), place_of_line(shape, paragraph.text)
        if place is not None and place[1] == len(fresh):
            line = fresh[place[0]]
        if line is not None:
            _write(paragraph, line)


def _numbered(slide: Any) -> Iterator[tuple[tuple[str, int], Any]]:
    """Shapes by name, otherwise by kind; shapes of one name in their order."""
    counts_by_kind: dict[str, int] = {}
    for shape in slide.shapes:
        kind = "chart" if shape.has_chart else "group" if shape.shape_type == GROUP else shape.name
        number = counts_by_kind[kind] = counts_by_kind.get(kind, 0) + 1
        yield (kind, number), shape


def _refresh(shape: Any, other: Any) -> None:
    _refresh_meaning(shape, other)
    if shape.has_chart and other.has_chart:
        refresh_chart(shape, other)
    elif shape.shape_type == GROUP and other.shape_type == GROUP:
        _refresh_group(shape._element, other._element)  # noqa: SLF001 (as above)
    elif _is_ours(shape, other):
        if shape.has_table and other.has_table:
            _fit_rows(shape, other)
        for ours, theirs in zip(frames_of(shape), frames_of(other), strict=False):
            _refresh_text(ours, theirs)
        seal(shape)


def _refresh_meaning(shape: Any, other: Any) -> None:
    """Update the alternative text of a chart or a map unless users changed it."""
    own, new = (drawn_shape._element.xpath("./*/p:cNvPr")[0] for drawn_shape in (shape, other))  # noqa: SLF001 (as above)
    former, fresh = own.get("descr", ""), new.get("descr", "")
    if former and fresh and former.startswith(own.get("name")):
        own.set("descr", fresh)
        own.set("name", new.get("name"))


def _refresh_group(group: Any, fresh: Any) -> None:
    """Replace the shapes of a group, keeping its position and size; groups of size zero (older versions) get the new
    one.
    """
    for child in list(group)[2:]:
        group.remove(child)
    for child in list(fresh)[2:]:
        group.append(_unlinked(child))
    ours, theirs = group.grpSpPr.xfrm, fresh.grpSpPr.xfrm
    is_measured = int(ours.ext.cx) > 0 and int(ours.ext.cy) > 0
    for tag in ("chOff", "chExt") if is_measured else ("off", "ext", "chOff", "chExt"):
        for name, value in getattr(theirs, tag).attrib.items():
            getattr(ours, tag).set(name, value)


def _is_ours(shape: Any, other: Any) -> bool:
    """Whether users left it alone: by its seal, or else if only the numbers differ from our text."""
    old_words, fresh = words_of(shape), words_of(other)
    if old_words is None or fresh is None:
        return False
    is_original = is_untouched(shape)
    return masked(old_words) == masked(fresh) if is_original is None else is_original


def _fit_rows(shape: Any, other: Any) -> None:
    """Add or remove rows to match; with other columns the whole table is replaced."""
    ours, theirs = shape.table._tbl, other.table._tbl  # noqa: SLF001 (as above)
    if len(shape.table.columns) != len(other.table.columns):
        ours.getparent().replace(ours, _unlinked(theirs))
        return
    for _ in range(len(theirs.tr_lst), len(ours.tr_lst)):
        ours.remove(ours.tr_lst[-1])
    for _ in range(len(ours.tr_lst), len(theirs.tr_lst)):
        ours.append(deepcopy(ours.tr_lst[-2 if len(ours.tr_lst) > 2 else -1]))  # every other row is shaded


def _refresh_text(frame: Any, fresh: Any) -> None:
    """Replace the text paragraph by paragraph, keeping the style of each."""
    ours, theirs = list(frame.paragraphs), list(fresh.paragraphs)
    for paragraph in ours[len(theirs) :]:
        paragraph._p.getparent().remove(paragraph._p)  # noqa: SLF001 (as above)
    for paragraph in theirs[len(ours) :]:
        frame._txBody.append(_unlinked(paragraph._p))  # noqa: SLF001 (as above)
    for paragraph, other in zip(ours, theirs, strict=False):
        same = [run.text for run in other.runs]
        _write(paragraph, other.text, same if len(same) == len(paragraph.runs) else None)


def _write(paragraph: Any, text: str, pieces: Sequence[str] | None = None) -> None:
    """Write text into the runs of a paragraph; into a single run where they cannot be matched."""
    runs = list(paragraph.runs)
    if not runs or "".join(run.text for run in runs) == text:
        return
    run_texts = pieces or renumbered([run.text for run in runs], text) or [text]
    for run in runs[len(run_texts) :]:
        run._r.getparent().remove(run._r)  # noqa: SLF001 (as above)
    for run, piece in zip(runs, run_texts, strict=False):
        run.text = piece


def _unlinked(element: Any) -> Any:
    """A copy without hyperlinks, whose target slides are in the other file."""
    copy = deepcopy(element)
    for click in list(copy.iter(_CLICK)):
        click.getparent().remove(click)
    return copy
