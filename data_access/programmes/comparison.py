"""Whether accounts of some units may compare with all others of a programme, or see their own alone."""

from typing import Final

from sqlalchemy import update

from data_access.database.audit_log import note
from data_access.database.permissions import require_everything, signature
from data_access.database.schema import programme
from data_access.database.transactions import writing
from data_access.programmes.saving import programme_id_of, tell_everybody
from model.reader import Reader

COMPARISONS: Final = ("open", "closed")


def set_comparison(url: str, code: str, comparison: str, by: Reader) -> None:
    """One of COMPARISONS. Raises NotSaved (unknown_programme) and NotAllowed."""
    require_everything(by, "manage_programmes")
    with writing(url) as connection:
        number = programme_id_of(connection, code)
        connection.execute(update(programme).where(programme.c.id == number).values(comparison=comparison))
        note(connection, signature(by), f"comparison_{comparison}", programme=code)
        tell_everybody(connection)
