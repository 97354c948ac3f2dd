"""Our records' values for printed numbers, at the same moment and for the same scope."""

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from data_access.database.errors import NotFrozen
from data_access.ledger.ledger import Figure
from data_access.queries.records_at import Looks
from data_access.queries.sectors import author_group
from data_access.queries.targets import (
    Targets,
    fetch_targets,
    over_guided,
    sum_of,
    target_in_scope,
    targets_of,
    targets_of_kind,
)
from data_access.reference.reference_files import rows_of
from data_access.rules.ranks import ranks
from data_access.rules.readiness import example, share_by_metric
from model.catalogue import Unit
from model.codes import TargetKind, TargetStatus
from model.filters import Filters

_TY_DONG: Final = 1_000_000_000

Rule: TypeAlias = Callable[[Looks, Figure], float | None]


def system_value(looks: Looks, figure: Figure) -> float | None:
    """Our number for a figure; None where the records, perhaps frozen, do not contain it or end before its day."""
    rule = RULES.get((figure.metric, figure.category))
    try:
        # What units say of themselves has days of its own, whenever the last initiative was uploaded.
        return rule(looks, figure) if rule and (rule is _ready or looks.reach(figure)) else None
    except NotFrozen:
        return None


def _uploads(looks: Looks, figure: Figure) -> float | None:
    if figure.grassroots:
        return looks.grassroots_uploads(figure)
    return None if figure.part else looks.total(figure, "uploads")


def _count(column: str) -> Rule:
    return lambda looks, figure: None if figure.part else looks.total(figure, column)


def _benefit(looks: Looks, figure: Figure) -> float | None:
    """Tỷ đồng, of the initiatives whose benefit was computed."""
    total = looks.total(figure, "benefit_vnd")
    return total / _TY_DONG if total is not None and looks.total(figure, "benefit_count") else None


def _of_author_group(looks: Looks, figure: Figure) -> float | None:
    codes = {part["part"]: part["code"] for part in rows_of("scheme_parts") if part["scheme"] == "author_group"}
    groups = _author_groups(looks, looks.scope(figure))
    return groups.get(codes.get(figure.part or "", ""))


def _enterprise_share(looks: Looks, figure: Figure) -> float | None:
    scope = looks.scope(figure)
    groups = _author_groups(looks, scope.changed(phase=figure.phase) if scope else None)
    return 100 * groups["enterprise"] / sum(groups.values()) if groups.get("enterprise") else None


def _author_groups(looks: Looks, scope: Filters | None) -> dict[str, int]:
    """Uploads by author group, empty where the scope is unknown."""
    groups: dict[str, int] = {}
    if scope is None:
        return groups
    counts = looks.records.slice(scope).counts("sector_id", "position").select("sector_id", "position", "uploads")
    for sector_id, position, uploads in counts.iter_rows():
        group = author_group(looks.records.catalogue.sector_by_id[sector_id].code, position)
        groups[group] = groups.get(group, 0) + uploads
    return groups


def _targets(looks: Looks, figure: Figure) -> tuple[tuple[Unit, ...], Targets]:
    """The units the figure is about, and the targets of its phase."""
    scope = looks.scope(figure)
    if scope is None or figure.part:
        return (), {}
    units = looks.records.catalogue.units_in(scope)
    return units, targets_of(looks.records, looks.programme, scope.changed(phase=figure.phase))


def _target(kind: TargetKind) -> Rule:
    def rule(looks: Looks, figure: Figure) -> float | None:
        """The target itself; for the nation the sum of what the units registered, not the plan."""
        if figure.grassroots:
            return looks.grassroots_target(figure)
        units, stated_targets = _targets(looks, figure)
        return sum_of(targets_of_kind(stated_targets, kind, units))

    return rule


def _over_guided(looks: Looks, figure: Figure) -> list[int]:
    """Registered minus guided for every unit of the scope that has both."""
    units, stated_targets = _targets(looks, figure)
    return over_guided(stated_targets, units)


def _below_guide(looks: Looks, figure: Figure) -> float | None:
    """Only where every unit of the group has both targets, because a count of the known ones would understate."""
    over = _over_guided(looks, figure)
    return sum(value < 0 for value in over) if over and len(over) == len(_targets(looks, figure)[0]) else None


def _share_of_registered(looks: Looks, figure: Figure) -> float | None:
    units, stated_targets = _targets(looks, figure)
    registered = {number: target.value for (number, kind), target in stated_targets.items() if kind == "registered"}
    direct = {unit.id for unit in looks.records.catalogue.units}
    whole = sum(value for number, value in registered.items() if number in direct)
    own = sum(registered.get(unit.id, 0) for unit in units)
    return 100 * own / whole if own else None


def _reached(phase: int | None, minus: float = 0) -> Rule:
    def rule(looks: Looks, figure: Figure) -> float | None:
        uploads, target = looks.total(figure, "uploads"), _target_in_scope(looks, figure, phase)
        return 100 * uploads / target - minus if uploads is not None and target else None

    return rule


def _gap(looks: Looks, figure: Figure) -> float | None:
    uploads, target = looks.total(figure, "uploads"), _target_in_scope(looks, figure, figure.phase)
    return uploads - target if uploads is not None and target else None


def _target_in_scope(looks: Looks, figure: Figure, phase: int | None) -> float | None:
    scope = looks.scope(figure)
    return target_in_scope(looks.records, looks.programme, scope.changed(phase=phase))[1].value if scope else None


def _above_target(looks: Looks, figure: Figure) -> float | None:
    scope = looks.scope(figure)
    if scope is None:
        return None
    return float((fetch_targets(looks.records, scope)["status"] == TargetStatus.EXCEEDED.value).sum())


def _rank(looks: Looks, figure: Figure) -> float | None:
    if not figure.owner or figure.moment is None:
        return None
    by_id = looks.records.catalogue.unit_by_id
    counts = looks.by_unit(figure.moment)
    return ranks({by_id[number].code: row["uploads"] for number, row in counts.items()}).get(figure.owner)


def _members(looks: Looks, figure: Figure) -> float | None:
    """Members as recorded for the same day; other days give no number."""
    unit = looks.records.catalogue.unit_by_code.get(figure.owner or "")
    return unit.members if unit and unit.members_as_of == figure.day else None


def _ready(looks: Looks, figure: Figure) -> float | None:
    scope = looks.scope(figure)
    if scope is None or figure.moment is None or figure.part:
        return None
    return share_by_metric(looks.records, scope, figure.metric)


RULES: Final[Mapping[tuple[str, str | None], Rule]] = {
    ("sang_kien_cap_nhat", None): _uploads,
    ("luot_nop_sang_kien", None): _uploads,
    ("moc_300000", None): _uploads,
    ("sang_kien_hop_le", None): _count("valid"),
    ("sang_kien_dang_xem_xet", None): _count("review"),
    ("sang_kien_cap_nhat", "doi_tuong"): _of_author_group,
    ("ty_trong_khu_vuc_doanh_nghiep", None): _enterprise_share,
    ("gia_tri_lam_loi", None): _benefit,
    ("chi_tieu_dang_ky", None): _target(TargetKind.REGISTERED),
    ("chi_tieu_giao", None): _target(TargetKind.ASSIGNED),
    ("ty_trong_chi_tieu_dang_ky_ca_nuoc", None): _share_of_registered,
    ("vuot_chi_tieu_dinh_huong", None): lambda looks, figure: sum(_over_guided(looks, figure)) or None,
    ("so_don_vi_dang_ky_thap_hon_dinh_huong", None): _below_guide,
    ("ty_le_dat_chi_tieu_gd1", None): _reached(1),
    ("ty_le_dat_chi_tieu_toan_ct", None): _reached(None),
    ("ty_le_vuot_chi_tieu_gd1", None): _reached(1, minus=100),
    ("vuot_chi_tieu_gd1", None): _gap,
    ("so_don_vi_vuot_chi_tieu_dang_ky", None): _above_target,
    ("xep_hang_ca_nuoc", None): _rank,
    ("doan_vien", None): _members,
    **{(item.metric, None): _ready for item in example() if item.metric},
}
