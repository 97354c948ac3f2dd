"""Numbers in a set-up that cannot be meant."""

from typing import Final

from data_access.programmes.setup import Setup
from data_access.programmes.sheets import PROGRAMME

# Quartiles of a few units mean nothing; the other limits are what the columns hold and anybody could mean.
_BOUNDS: Final = {"alike_units": (4, 1000), "alike_times": (2, 1000), "reward_days": (1, 3650)}


def check_numbers(setup: Setup) -> None:
    """Note every meaningless number: a target of none, too few units to compare, no day to reward in."""
    labels = {field.key: field.vi for field in PROGRAMME.fields}
    values, lines = setup.programme, setup.programme.get("lines", {})
    for key, (least, most) in _BOUNDS.items():
        if values.get(key) is not None and not least <= values[key] <= most:
            setup.say("no_number", PROGRAMME.key, lines.get(key), labels[key], values[key])
    if values.get("national_target") == 0:
        setup.say("no_whole", PROGRAMME.key, lines.get("national_target"), "Chỉ tiêu chung", 0)
