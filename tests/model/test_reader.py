import pytest

from model.reader import LOCAL, Reader, Role


def test_each_role_may_do_what_the_ones_before_it_may():
    assert [role.value for role in sorted(Role, key=lambda role: role.rank)] == ["viewer", "staff", "lead", "admin"]
    lead = Reader("a@example.vn", Role.LEAD, ("LD-38",))
    assert [lead.is_at_least(role) for role in Role] == [True, True, True, False]


@pytest.mark.parametrize(("units", "everything"), [((), True), (("LD-38",), False)])
def test_no_units_means_every_unit(units: tuple[str, ...], everything: bool):
    assert Reader("a@example.vn", Role.VIEWER, units).sees_everything is everything


def test_this_machine_alone_may_do_everything():
    assert LOCAL.sees_everything
    assert LOCAL.is_at_least(Role.ADMIN)
