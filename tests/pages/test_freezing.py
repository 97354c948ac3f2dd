"""“Chốt số liệu” on /reports: requested, confirmed, listed with later changes, and refused in one sentence."""

import getpass
import json
import time
from datetime import datetime, timedelta

import pytest
import streamlit as st
from sqlalchemy import func, select
from streamlit.testing.v1 import AppTest

from data_access.database.schema import audit_event, snapshot
from data_access.snapshots.freezing import freeze
from language.languages import VIETNAMESE
from model.clock import this_moment
from model.reader import Reader, Role
from tests.data_access.importing.stored import scalars
from tests.data_access.invented_rows import FIRST, invent, write
from tests.pages.running import address, open_page, words
from tests.proxy import Line, proxied

AS_OF = "2022-06-04T08:00"
MOMENT = datetime(2022, 6, 4, 8)
HOLD = 6  # seconds for which a database that was away is not asked again
FROZEN = select(func.count()).select_from(snapshot)


@pytest.fixture
def url(app_url: str) -> str:
    write(app_url, *invent(400, seed=1))
    return app_url


def reports(**parameters: str) -> AppTest:
    return open_page("pages/reports.py", show="frozen", **parameters)


def ask(page: AppTest, name: str, code: str = "") -> AppTest:
    page.text_input("freeze_name").input(name)
    page.text_input("freeze_code").input(code)
    (button,) = [one for one in page.button if one.label in ("Tiếp tục", "Continue")]
    return button.click().run()


def confirm(page: AppTest) -> AppTest:
    return page.button("freeze_now").click().run()


def total_on(page: AppTest) -> str:
    return page.metric[0].value


def test_figures_are_frozen_after_a_confirmation_that_says_what(url):
    total = total_on(open_page(as_of=AS_OF))
    page = ask(reports(as_of=AS_OF), "Báo cáo *tháng 6*")
    (sure,) = page.warning
    assert f"tính đến **04/06/2022 08:00** dưới tên **Báo cáo \\*tháng 6\\***: **{total} sáng kiến**" in sure.value
    assert scalars(url, FROZEN) == [0]

    page = confirm(page)

    assert f"Đã chốt “Báo cáo \\*tháng 6\\*” tính đến 04/06/2022 08:00: {total} sáng kiến" in page.success[0].value
    assert f"{total} sáng kiến · {VIETNAMESE.pages.server_user} chốt ngày" in words(page)
    assert "?snapshot=bao-cao-thang-6" in words(page)
    assert "không thay đổi" in words(page)
    assert page.text_input("freeze_name").value == ""
    assert total_on(open_page(snapshot="bao-cao-thang-6")) == total


def test_who_froze_what_is_in_the_audit_log(url):
    confirm(ask(reports(as_of=AS_OF), "Hội nghị"))

    assert scalars(url, select(snapshot.c.who)) == [getpass.getuser()]
    assert scalars(url, select(audit_event.c.who)) == [getpass.getuser()]
    (detail,) = scalars(url, select(audit_event.c.detail))
    assert json.loads(detail)["as_of"] == "2022-06-04 08:00:00"


def test_without_a_moment_in_the_address_the_newest_upload_is_frozen(url):
    page = confirm(ask(reports(lang="en"), "All there is"))

    assert "400 initiatives" in page.success[0].value
    assert "Nothing about this moment has changed since." in words(page)


def test_somebody_who_cancels_has_frozen_nothing_and_finds_the_words_again(url):
    page = ask(reports(as_of=AS_OF), "Hội nghị", code="hn")
    page = page.button("freeze_cancel").click().run()

    assert [page.text_input(key).value for key in ("freeze_name", "freeze_code")] == ["Hội nghị", "hn"]
    assert scalars(url, FROZEN) == [0]


def test_the_list_says_what_has_changed_since(url):
    freeze(url, "1tr", "Báo cáo", Reader("Lan", Role.ADMIN), MOMENT)
    write(url, *(row | {"unit_id": 1} for row in invent(7, seed=2, first=FIRST - timedelta(days=30))))
    st.cache_resource.clear()  # nobody waits for the refresh here
    page = reports()

    assert "đã đổi ở 1 đơn vị" in words(page)
    assert "Đã thay đổi gì từ khi chốt" in [expander.label for expander in page.expander]


@pytest.mark.parametrize("name", [" ", "!?"])
def test_missing_input_is_reported(url, name):
    page = ask(reports(as_of=AS_OF), name)

    assert "đặt tên" in page.error[0].value
    assert scalars(url, FROZEN) == [0]


@pytest.mark.parametrize(
    ("name", "code", "expected"),
    [("Báo cáo", "", "there are frozen figures of this name"), ("Khác", "Bao cao", "this code belongs to other")],
)
def test_what_is_taken_is_refused(url, name, code, expected):
    freeze(url, "1tr", "Báo cáo", Reader("Lan", Role.ADMIN), MOMENT)
    page = confirm(ask(reports(lang="en"), name, code=code))

    assert expected in page.error[0].value
    assert page.text_input("freeze_name").value == name
    assert scalars(url, FROZEN) == [1]


@pytest.mark.parametrize("parameters", [{"programme": "75n"}, {"as_of": "2020-01-01"}])
def test_where_there_is_nothing_to_freeze_no_form_stands(url, parameters):
    page = reports(**parameters)

    assert "Không có gì để chốt" in words(page)
    assert not page.text_input
    assert "Chưa có bản chốt nào" in words(page) or parameters.get("programme") is None


def test_a_moment_ahead_is_refused(url):
    ahead = (this_moment() + timedelta(days=2)).strftime("%Y-%m-%dT%H:%M")
    page = confirm(ask(reports(as_of=ahead), "Sớm quá"))

    assert "chưa tới" in page.error[0].value
    assert scalars(url, FROZEN) == [0]


def test_frozen_figures_are_left_by_a_button(url):
    freeze(url, "1tr", "Báo cáo", Reader("Lan", Role.ADMIN), MOMENT)
    page = reports(snapshot="bao-cao")
    assert "Đang xem một bản chốt" in words(page)
    assert "Báo cáo" in words(page)

    page = page.button("leave_frozen").click().run()

    assert "snapshot" not in address(page)
    assert "Số liệu chốt đến 04/06/2022" not in words(page)


def test_the_form_of_the_report_survives_its_own_click(url):
    page = open_page("pages/reports.py")
    page.segmented_control("switch_form").set_value("full").run()

    assert address(page)["form"] == ["full"]


@pytest.mark.parametrize("prepared_url", ["postgresql"], indirect=True)
def test_a_database_that_goes_away_is_reported_and_nothing_is_frozen(prepared_url, monkeypatch):
    write(prepared_url, *invent(40, seed=1))
    with proxied(prepared_url) as (url, proxy):
        monkeypatch.setenv("DATABASE_URL", url)
        page = ask(reports(as_of=AS_OF), "Báo cáo")
        proxy.line = Line.REFUSED
        page = confirm(page)

        assert "chưa kết nối được cơ sở dữ liệu" in page.error[0].value
        assert page.text_input("freeze_name").value == "Báo cáo"
        assert scalars(prepared_url, FROZEN) == [0]

        proxy.line = Line.SOUND
        time.sleep(HOLD)
        page = confirm(page.run() and ask(page, "Báo cáo"))
        assert page.success
