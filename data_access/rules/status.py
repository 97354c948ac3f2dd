"""How a count stands against its target: one word."""

from model.codes import TargetStatus


def judge(
    uploads: float | None, target: float | None, expected_pct: float | None, *, comparable: bool = True
) -> TargetStatus:
    """How a count stands against its target on a day when `expected_pct` of the time has passed."""
    if not comparable:
        return TargetStatus.NOT_COMPARABLE
    if not uploads:
        return TargetStatus.NOT_REPORTED
    if target is None:
        return TargetStatus.NO_TARGET
    if uploads > target:
        return TargetStatus.EXCEEDED
    if uploads == target:
        return TargetStatus.MET
    on_track = expected_pct is not None and 100 * uploads / target >= expected_pct
    return TargetStatus.ON_TRACK if on_track else TargetStatus.BEHIND
