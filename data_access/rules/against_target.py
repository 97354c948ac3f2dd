"""A count beside its target: the share of it that was reached, and the gap."""

from typing import Generic, NamedTuple, TypeVar

Number = TypeVar("Number", int, float)


class AgainstTarget(NamedTuple, Generic[Number]):
    """Share of the target in percent, and count minus target; both None where either is unknown."""

    reached_pct: float | None = None  # None of a target of 0, too
    gap: Number | None = None


def against_target(count: Number | None, target: Number | None) -> AgainstTarget[Number]:
    """How much of a target a count is."""
    if count is None or target is None:
        return AgainstTarget()
    return AgainstTarget(100 * count / target if target else None, count - target)
