"""Items of readiness in a set-up: their checks and storage."""

from sqlalchemy import Connection, delete, insert

from data_access.database.schema import readiness_item
from data_access.programmes.fields import word_key
from data_access.programmes.setup import Row, Setup
from data_access.programmes.sheets import ITEM_KINDS, ITEMS

CODE_LENGTH = 40


def check_items(setup: Setup) -> None:
    """Note every item that cannot be used, and replace words by codes."""
    codes: set[str] = set()
    names: set[str] = set()
    for row in setup.rows(ITEMS.key):
        code, name = str(row["code"] or "").casefold(), word_key(str(row["name_vi"] or ""))
        if code and code in codes:
            setup.say("code_twice", ITEMS.key, row["line"], "Mã", row["code"])
        elif len(code) > CODE_LENGTH:
            setup.say("code_too_long", ITEMS.key, row["line"], "Mã", row["code"])
        if name and name in names:
            setup.say("item_twice", ITEMS.key, row["line"], "Tên", row["name_vi"])
        codes.add(code)
        names.add(name)
        row["kind"] = _kind(setup, row)


def _kind(setup: Setup, row: Row) -> str:
    codes = {word_key(word): code for word, code in ITEM_KINDS.items()} | {code: code for code in ITEM_KINDS.values()}
    kind = codes.get(word_key(str(row["kind"] or "có/không")))
    if kind is None:
        setup.say("unknown_word", ITEMS.key, row["line"], "Loại", f"“{row['kind']}” ({' / '.join(ITEM_KINDS)})")
    return kind or "yes"


def write_items(connection: Connection, setup: Setup, number: int) -> None:
    """Store the items of readiness; a sheet without rows changes nothing, and statements stay."""
    rows = [
        {
            **{name: row[name] for name in ("code", "name_vi", "kind")},
            "programme_id": number,
            "place": place,
            "name_en": row["name_en"] or row["name_vi"],
        }
        for place, row in enumerate(setup.rows(ITEMS.key))
    ]
    if rows:
        connection.execute(delete(readiness_item).where(readiness_item.c.programme_id == number))
        connection.execute(insert(readiness_item), rows)
