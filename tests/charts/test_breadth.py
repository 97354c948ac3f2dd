"""Names use the width of the window: on a wide one they need no second line beside numbers."""

from charts.kit.ladder import Step, draw_ladder
from charts.kit.spacing import spacing_of
from charts.kit.theme import Look
from language.languages import ENGLISH, LANGUAGES

LADDER = [
    Step(LANGUAGES[language].recognition.steps[code], 100)
    for language in LANGUAGES
    for code in LANGUAGES[language].recognition.steps
]


def broken(look: Look) -> list[str]:
    """The names that take more than one line."""
    figure = draw_ladder(LADDER, look, foot=())
    return [text for trace in figure.data for text in trace.text or () if "<br>" in str(text)]


def test_a_broad_window_breaks_no_name_that_a_smaller_one_breaks():
    assert broken(Look(ENGLISH))
    assert broken(Look(ENGLISH, broad=True)) == []


def test_charts_of_two_in_a_row_count_on_what_they_have():
    """Widths measured in a browser: two in a row have 467 px at 1366 px and 634 at 1700, three have 295 and 406."""
    at_1366, at_1700 = Look(ENGLISH), Look(ENGLISH, broad=True)
    assert (at_1366.of_two, at_1366.beside_others) == (400, 295)
    assert (at_1700.of_two, at_1700.beside_others) == (600, 395)


def test_a_chart_ends_where_more_rows_beside_it_end():
    rows, page = len(LADDER), Look(ENGLISH)

    def heights(look: Look) -> list[int]:
        return [draw_ladder(LADDER, look, foot=(), rows_beside=at).layout.height for at in (0, rows, rows + 2)]

    plain, as_many, more = heights(page)
    assert plain == as_many == more - round(2 * spacing_of(rows, page).row)
    for look in (Look(ENGLISH, wide=False), Look(ENGLISH, afar=True)):  # nothing stands beside them
        assert len({*heights(look)}) == 1


def test_names_and_notes_of_a_picture_count_on_all_of_it():
    """“The rest (72 / unions)” stood in two lines beside 400 px of nothing."""
    steps = [Step(f"{step.name}, as it is written in a sentence", step.value) for step in LADDER]
    notes = ("as the sources of this moment printed it",) * 3

    def lines(look: Look) -> int:
        figure = draw_ladder(steps, look, foot=notes)
        texts = [str(text) for trace in figure.data for text in trace.text or ()]
        return sum(text.count("<br>") for text in (*texts, *(note.text for note in figure.layout.annotations)))

    assert lines(Look(ENGLISH, exactly=896)) < lines(Look(ENGLISH, broad=True)) < lines(Look(ENGLISH))
    assert Look(ENGLISH, exactly=896).for_names == Look(ENGLISH, exactly=896).of_two == 896
