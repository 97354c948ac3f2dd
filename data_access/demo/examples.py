"""Simulated examples: the most valuable valid initiative of each sector, its sector's sign, and units that use it."""

import base64
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from hashlib import sha256
from io import BytesIO
from typing import Final

from PIL import Image
from sqlalchemy import Connection, Row, delete, insert, select

from data_access.database.schema import adoption, exemplar, exemplar_picture, initiative, sector
from data_access.demo.pictograms import SIZE, draw_sign
from data_access.demo.plan import SIMULATED
from data_access.staff.pictures import SMALL
from data_access.staff.places_used import OwnWord
from model.clock import this_second
from model.codes import STATUSES
from model.edges import Row as AnyRow
from model.examples import ACCEPTED, WAITING
from model.reference import FIRST_OWN_SECTOR

_WHO: Final = "python -m data_access demo"
_REASON: Final = f"{SIMULATED}: để trình diễn, không phải số liệu thật"
_STORY: Final = (
    f"{SIMULATED}: tổ sáng kiến của đơn vị làm thử trong một tháng, đo trước và sau, rồi viết thành hướng dẫn "
    "một trang để nơi khác làm theo. Làm lợi chủ yếu từ bớt thời gian chờ và bớt vật tư hỏng."
)
_PLACES: Final = ("Phân xưởng cơ khí", "Tổ bảo dưỡng", "Kho vật tư", "Khối văn phòng", "Đội sửa chữa")
_CONTACT: Final = "Ban Chính sách – Pháp luật của công đoàn đơn vị (mô phỏng)"
_LARGEST: Final = 2_000_000_000  # dong: larger ones say little to those who want to do the same
_UNTIL: Final = 20220401  # judged by then, so that the moments of the press have examples


def write_examples(
    connection: Connection, programme_id: int, codes: Sequence[str], unit_ids: Mapping[str, int], last: date
) -> None:
    """Replace the examples of an earlier demonstration by those of the `last` day; choices of staff stay."""
    own = (exemplar.c.programme_id == programme_id) & (exemplar.c.who == _WHO)
    former = list(connection.scalars(select(exemplar.c.code).where(own)))
    connection.execute(delete(exemplar).where(own))
    for table in (exemplar_picture, adoption):
        same = (table.c.programme_id == programme_id) & table.c.code.in_(former)
        connection.execute(delete(table).where(same))
    codes_there = set(connection.scalars(select(exemplar.c.code).where(exemplar.c.programme_id == programme_id)))
    sectors = {row.id: row.code for row in connection.execute(select(sector.c.id, sector.c.code))}
    for place, row in enumerate(_chosen(connection, programme_id)):
        day = _day(row.settled_day) + timedelta(days=5 + place)
        if row.code not in codes_there and day <= last:
            connection.execute(
                insert(exemplar).values(**_example_row(programme_id, row, day, is_public=place % 3 != 2))
            )
            connection.execute(insert(exemplar_picture), list(_pictures(programme_id, row, sectors[row.sector_id])))
            adoptions = [
                adoption for adoption in _adoptions(programme_id, row, day, codes, unit_ids) if adoption["day"] <= last
            ]
            if adoptions:
                connection.execute(insert(adoption), adoptions)


def _chosen(connection: Connection, programme_id: int) -> Iterator[Row[tuple[object, ...]]]:
    """One row a sector, the most valuable first."""
    own = initiative.c
    query = select(initiative).where(own.programme_id == programme_id, own.benefit_vnd <= _LARGEST, own.replicated >= 1)
    query = query.where(own.status == STATUSES.index("valid"), own.settled_day <= _UNTIL)
    query = query.order_by(own.benefit_vnd.desc(), own.code).limit(1)
    sectors = connection.scalars(select(sector.c.id).where(sector.c.id.between(1, FIRST_OWN_SECTOR - 1))).all()
    rows = (connection.execute(query.where(own.sector_id == number)).first() for number in sorted(sectors))
    yield from sorted((row for row in rows if row), key=lambda row: (-row.benefit_vnd, row.code))


def _example_row(programme_id: int, row: Row[tuple[object, ...]], day: date, *, is_public: bool) -> dict[str, object]:
    return {
        "programme_id": programme_id,
        **{name: getattr(row, name) for name in ("code", "title", "unit_id", "grassroots_id", "sector_id")},
        "benefit_vnd": row.benefit_vnd,
        "reason": _REASON,
        "story": _STORY,
        "contact": _CONTACT,
        "day": day,
        "author": (row.author or "") if is_public else "",
        "is_public": is_public,
        "token": sha256(f"{programme_id} {row.code}".encode()).hexdigest()[:22] if is_public else "",
        "who": _WHO,
        "chosen_at": datetime.combine(day, datetime.min.time()),
    }


def _pictures(programme_id: int, row: Row[tuple[object, ...]], sector_code: str) -> Iterator[dict[str, object]]:
    """The sign of its sector."""
    picture = draw_sign(sector_code)
    small = picture.copy()
    small.thumbnail((SMALL, SMALL))
    yield {
        "programme_id": programme_id,
        "code": row.code,
        "caption": f"{SIMULATED}: hình minh họa, không phải ảnh thật",
        "width": SIZE[0],
        "height": SIZE[1],
        "content": _written(picture),
        "small": _written(small),
        "who": _WHO,
        "added_at": this_second(),
    }


def _written(picture: Image.Image) -> str:
    buffer = BytesIO()
    picture.save(buffer, "JPEG", quality=80)
    return base64.b64encode(buffer.getvalue()).decode()


def _adoptions(
    programme_id: int, row: Row[tuple[object, ...]], day: date, codes: Sequence[str], unit_ids: Mapping[str, int]
) -> Iterator[AnyRow]:
    """Units that say they use the example: accepted ones up to the places the row counts, and one still open."""
    chance = _drawn(str(row.code))
    count = min(row.replicated or 0, chance % 5)
    for number in range(count + chance % 2):
        unit = unit_ids[codes[(chance + 17 * number) % len(codes)]]
        if unit != row.unit_id:
            yield {
                "programme_id": programme_id,
                "code": row.code,
                "unit_id": unit,
                "day": day + timedelta(days=7 + 11 * number),
                "place": f"{SIMULATED} · {_PLACES[number % len(_PLACES)]}",
                "note": "",
                "state": ACCEPTED if number < count else WAITING,
                "who": _WHO,
                "said_at": datetime.combine(day, datetime.min.time()),
                "row_before": OwnWord(row.applied, row.replicated, row.applied_at, row.replicated_at).written,
            }


def _drawn(code: str) -> int:
    """A pseudo-random number, the same in every run."""
    return int(sha256(code.encode()).hexdigest()[:12], 16)


def _day(text: int) -> date:
    return datetime.strptime(str(text), "%Y%m%d").date()
