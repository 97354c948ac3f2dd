import pytest

from language.languages import VIETNAMESE
from presentation.signatures import account_label, display_name


@pytest.mark.parametrize("who", ["root", "www-data", "python -m data_access demo"])
def test_no_login_of_the_server_and_no_command_is_anybody(who: str):
    assert display_name(who, VIETNAMESE) == VIETNAMESE.pages.server_user


@pytest.mark.parametrize("who", ["an@example.vn", "Nguyễn Văn An", "Ban Chính sách"])
def test_people_stand_as_they_are(who: str):
    assert display_name(who, VIETNAMESE) == who


def test_an_account_with_a_name_is_shown_with_both():
    names = {"an@example.vn": "Nguyễn Văn An", "lan@example.vn": ""}

    assert account_label("an@example.vn", names, VIETNAMESE) == "Nguyễn Văn An (an@example.vn)"
    assert account_label("lan@example.vn", names, VIETNAMESE) == "lan@example.vn"
    assert account_label("root", names, VIETNAMESE) == VIETNAMESE.pages.server_user
