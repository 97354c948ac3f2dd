"""Examples: visibility, pictures without metadata, and claims of use that count once accepted."""

from datetime import date, datetime, timedelta
from io import BytesIO

import pytest
from PIL import Image
from sqlalchemy import select, update

from data_access.cli.verify import verify
from data_access.database.connections import open_engine
from data_access.database.errors import NotAllowed, NotSaved
from data_access.database.schema import initiative
from data_access.queries.examples import fetch_examples, fetch_picture, fetch_public
from data_access.queries.recognition import fetch_recognition
from data_access.rows.exemplars import choose_exemplar
from data_access.snapshots.freezing import freeze
from data_access.snapshots.frozen import at_snapshot
from data_access.snapshots.sealing import broken_seals
from data_access.staff.examples import add_picture, decide_adoption, drop_picture, save_example, say_adopted
from data_access.staff.pictures import LARGEST, SIDE, SMALL, checked_picture
from data_access.store.records import Records
from data_access.store.scoped import records_for
from model.clock import this_day
from model.examples import Story
from model.filters import Filters
from model.reader import LOCAL, Reader, Role

ROWS = """
unit  | uploaded_at      | status | settled_at       | author | sector | benefit
LD-38 | 2022-02-01 09:00 | valid  | 2022-02-02 09:00 | Bà An  | y-te   | 5000000
LD-40 | 2022-02-03 09:00 | valid  | 2022-02-04 09:00 | Ông Ba |        |
"""
OF_40 = Reader("lead40@x.vn", Role.LEAD, ("LD-40",))
STAFF_40 = Reader("staff40@x.vn", Role.STAFF, ("LD-40",))
VIEWER = Reader("viewer@x.vn", Role.VIEWER)
STORY = Story("Làm thế này", "Phòng kỹ thuật", date(2022, 3, 1))
TRACKED = b"trang bia mat"


@pytest.fixture
def code(prepared_url: str, records: Records) -> str:
    """The initiative of LD-38, held up as an example."""
    of_38 = records.catalogue.unit_by_code["LD-38"].id
    result = str(
        records.ask_now(lambda one: one.scalar(select(initiative.c.code).where(initiative.c.unit_id == of_38)))
    )
    choose_exemplar(prepared_url, 1, result, "Dễ làm", LOCAL)
    save_example(prepared_url, 1, result, STORY, LOCAL)
    records.catch_up()
    return result


def picture(kind: str = "JPEG", size: tuple[int, int] = (3000, 1500)) -> bytes:
    """A photograph whose metadata says where and with what it was taken."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = TRACKED.decode(), 6  # maker; turned
    exif.get_ifd(0x8825)[1] = "N"
    written = BytesIO()
    Image.new("RGB", size, (200, 30, 30)).save(written, kind, exif=exif, comment=TRACKED)
    return written.getvalue()


def places(records: Records, code: str) -> tuple[int | None, bool | None]:
    query = select(initiative.c.replicated, initiative.c.applied).where(initiative.c.code == code)
    return tuple(records.ask_now(lambda connection: connection.execute(query).one()))


def test_an_example_is_shown_to_those_who_see_its_row_until_it_is_public(prepared_url, records, code):
    filters = Filters()
    seen = {who: fetch_examples(records_for(records, who), filters).shown for who in (LOCAL, OF_40, VIEWER)}

    assert [len(some) for some in seen.values()] == [1, 0, 0]
    (own,) = seen[LOCAL]
    assert (own.sector_code, own.benefit_vnd, own.unit_code, own.author) == ("y-te", 5_000_000, "LD-38", "")
    save_example(prepared_url, 1, code, Story("x", "", date(2022, 3, 1), is_public=True, names_author=True), LOCAL)
    records.catch_up()
    (theirs,) = fetch_examples(records_for(records, VIEWER), filters).shown
    assert theirs.author == "Bà An" and theirs.token and not theirs.is_own
    assert fetch_public(records, theirs.token)[1].title == own.title
    save_example(prepared_url, 1, code, STORY, LOCAL)
    records.catch_up()
    assert fetch_public(records, theirs.token) is None and fetch_public(records, "") is None
    assert fetch_examples(records, filters).shown[0].author == ""


def test_an_example_belongs_to_its_sector_its_unit_and_the_days_after_its_publication(records, code):
    def count(**question: object) -> int:
        return len(fetch_examples(records, Filters(**question)).shown)

    assert count(sectors=("y-te",)) == count(units=("LD-38",)) == count(as_of=datetime(2022, 3, 1)) == 1
    assert count(sectors=("giao-duc",)) == count(units=("LD-40",)) == count(as_of=datetime(2022, 2, 28, 23)) == 0


def test_a_word_counts_as_one_place_once_accepted_and_no_longer_when_taken_back(prepared_url, records, code):
    say_adopted(prepared_url, 1, code, "LD-40", date(2022, 4, 1), "Xưởng 2", "Bớt một giờ", STAFF_40)
    records.catch_up()
    (text,) = fetch_examples(records, Filters()).shown[0].adoptions
    assert text.state == "waiting" and places(records, code) == (None, None)
    with pytest.raises(NotAllowed):  # whoever answers for the example decides, not who says so
        decide_adoption(prepared_url, 1, text.id, OF_40, accept=True)
    for _twice in range(2):
        decide_adoption(prepared_url, 1, text.id, LOCAL, accept=True)
    records.catch_up()
    assert places(records, code) == (1, True)
    assert [one.unit_code for one in fetch_examples(records, Filters()).shown[0].adopted] == ["LD-40"]
    before = Filters(as_of=datetime(2022, 3, 31))
    assert fetch_examples(records, before).frame["adopted"].to_list() == [0]
    decide_adoption(prepared_url, 1, text.id, LOCAL, accept=False)
    assert places(records, code) == (None, None)


@pytest.mark.parametrize("refused_first", [0, 1])
@pytest.mark.parametrize(
    "own",
    [
        {"applied": None, "replicated": None},
        {"applied": False, "replicated": 0},
        {"applied": True, "replicated": None, "applied_at": datetime(2022, 4, 2)},
        {"applied": True, "replicated": 3, "applied_at": datetime(2022, 3, 1), "replicated_at": datetime(2022, 6, 1)},
    ],
)
def test_words_that_are_all_taken_back_leave_the_row_as_it_was(prepared_url, records, code, own, refused_first):
    days = {
        f"{event}_day": int(f"{at:%Y%m%d}") for event in ("applied", "replicated") if (at := own.get(f"{event}_at"))
    }
    with open_engine(prepared_url).begin() as connection:
        connection.execute(update(initiative).where(initiative.c.code == code).values(**own, **days))
    query = select(initiative).where(initiative.c.code == code)
    before = records.ask_now(lambda connection: connection.execute(query).one())
    for unit, day in (("LD-40", date(2022, 4, 10)), ("LD-06", date(2022, 4, 2))):
        say_adopted(prepared_url, 1, code, unit, day, "", "", LOCAL)
    records.catch_up()
    texts = [one.id for one in fetch_examples(records, Filters()).shown[0].adoptions]
    for number in texts:
        decide_adoption(prepared_url, 1, number, LOCAL, accept=True)
    assert places(records, code) == ((own["replicated"] or 0) + 2, True)
    for number in (texts[refused_first], texts[1 - refused_first]):
        decide_adoption(prepared_url, 1, number, LOCAL, accept=False)

    assert records.ask_now(lambda connection: connection.execute(query).one()) == before


@pytest.mark.parametrize(
    ("unit", "day", "why"),
    [
        ("LD-38", date(2022, 4, 1), "own_example"),
        ("LD-40", this_day() + timedelta(days=2), "day_ahead"),
        ("nowhere", date(2022, 4, 1), "no_example"),
    ],
)
def test_what_no_unit_can_say_is_refused(prepared_url, records, code, unit, day, why):
    with pytest.raises(NotSaved) as refused:
        say_adopted(prepared_url, 1, code, unit, day, "", "", LOCAL)
    assert refused.value.code == why


def test_a_unit_says_it_once_and_for_itself(prepared_url, records, code):
    say_adopted(prepared_url, 1, code, "LD-40", date(2022, 4, 1), "", "", STAFF_40)
    with pytest.raises(NotSaved, match="said_already"):
        say_adopted(prepared_url, 1, code, "LD-40", date(2022, 4, 2), "", "", STAFF_40)
    with pytest.raises(NotAllowed):
        say_adopted(prepared_url, 1, code, "LD-06", date(2022, 4, 1), "", "", STAFF_40)
    with pytest.raises(NotAllowed):
        save_example(prepared_url, 1, code, STORY, OF_40)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_keeps_its_pixels_alone_upright_and_small(kind):
    result = checked_picture(picture(kind))

    assert (result.width, result.height) == (SIDE // 2, SIDE)  # turned as the camera was
    shown = Image.open(BytesIO(result.content))
    assert shown.format == "JPEG" and not shown.getexif() and "comment" not in shown.info
    for content in (result.content, result.small):
        assert TRACKED not in content and b"Exif" not in content
    assert max(Image.open(BytesIO(result.small)).size) == SMALL


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "no_picture"),
        (b"<svg onload=alert(1)>", "no_picture"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 500, "no_picture"),
        (picture()[:4000], "no_picture"),
        (b"x" * (LARGEST * 2**20 + 1), "picture_large"),
    ],
)
def test_what_is_no_picture_is_refused_whatever_it_is_called(content, why):
    with pytest.raises(NotSaved) as refused:
        checked_picture(content)
    assert refused.value.code == why


def test_pictures_are_added_shown_counted_and_taken_away(prepared_url, records, code):
    numbers = [
        add_picture(prepared_url, 1, code, picture(size=(40, 20)), f" Ảnh {place} ", LOCAL) for place in range(6)
    ]
    with pytest.raises(NotSaved, match="pictures_full"):
        add_picture(prepared_url, 1, code, picture(size=(40, 20)), "", LOCAL)
    drop_picture(prepared_url, 1, code, numbers[0], LOCAL)
    records.catch_up()

    (one,) = fetch_examples(records, Filters()).shown
    assert [picture.id for picture in one.pictures] == numbers[1:] and one.pictures[0].caption == "Ảnh 1"
    assert fetch_picture(records, numbers[1], small=True)[:2] == fetch_picture(records, numbers[1])[:2] == b"\xff\xd8"
    assert fetch_picture(records, numbers[0]) == b""


def test_frozen_figures_keep_the_examples_of_their_moment(prepared_url, records, code):
    freeze(prepared_url, "1tr", "Tháng 3", LOCAL, datetime(2022, 3, 31, 12), "thang-3")
    freeze(prepared_url, "1tr", "Tháng 2", LOCAL, datetime(2022, 2, 20, 12), "thang-2")
    save_example(prepared_url, 1, code, Story("khác", "", date(2022, 3, 1)), LOCAL)
    records.catch_up()

    kept, scoped = at_snapshot(records, Filters(snapshot="thang-3"))
    assert [one.story for one in fetch_examples(kept, scoped).shown] == [STORY.story]
    earlier, scoped = at_snapshot(records, Filters(snapshot="thang-2"))
    assert fetch_examples(earlier, scoped).shown == ()
    with open_engine(prepared_url).connect() as connection:
        assert not list(broken_seals(connection))


def test_an_accepted_claim_dates_the_use_of_an_initiative_as_of_any_moment(prepared_url, records, code):
    def counts_at(moment: datetime) -> tuple[tuple[int, int], int, int]:
        recognition = fetch_recognition(records, Filters(as_of=moment))
        return recognition.noted, recognition.use.applied, recognition.use.replicated

    march, may = datetime(2022, 3, 31), datetime(2022, 5, 1)
    freeze(prepared_url, "1tr", "Trước", LOCAL, may, "truoc")
    for unit, day in (("LD-40", date(2022, 4, 10)), ("LD-06", date(2022, 4, 2))):
        say_adopted(prepared_url, 1, code, unit, day, "", "", LOCAL)
    records.catch_up()
    values = {one.unit_code: one.id for one in fetch_examples(records, Filters()).shown[0].adoptions}
    for number in values.values():
        decide_adoption(prepared_url, 1, number, LOCAL, accept=True)
    records.catch_up()

    assert counts_at(march) == ((0, 0), 0, 0) and counts_at(may) == ((1, 1), 1, 1)
    assert counts_at(datetime(2022, 4, 1, 23)) == ((0, 0), 0, 0) and counts_at(datetime(2022, 4, 2, 12)) == (
        (1, 1),
        1,
        1,
    )
    decide_adoption(prepared_url, 1, values["LD-06"], LOCAL, accept=False)
    records.catch_up()
    assert counts_at(datetime(2022, 4, 5)) == ((0, 0), 0, 0) and counts_at(may)[0] == (1, 1)
    with open_engine(prepared_url).connect() as connection:
        assert not list(broken_seals(connection))
        assert not verify(connection).differences
