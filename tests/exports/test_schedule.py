"""Reports by e-mail, through a real SMTP server on this machine."""

import json
import socket
import ssl
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, time
from email.message import EmailMessage
from ipaddress import ip_address
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from data_access.cli.parser import REFUSED, USED_WRONGLY
from data_access.database.transactions import reading
from data_access.staff.accounts import AccountDraft, add_accounts, block_account
from data_access.staff.mail_letters import find_letters
from data_access.staff.mail_orders import save_order, stop_order
from exports.mail.__main__ import DONE, SOME_FAILED, main
from exports.mail.journal import Journal
from exports.mail.letter import send_letter
from exports.mail.plan import Mail, WrongSchedule, read_schedule
from language.languages import LANGUAGES
from model.mailing import WantedMail
from model.reader import LOCAL, Reader, Role
from tests.postman import Postman, postman_at_work

BEFORE, MONDAY = "2022-04-25T07:00:00", "2022-04-25T07:31:00"
BOSS, THANH_HOA, STRANGER = "boss@example.vn", "thanh-hoa@example.vn", "stranger@example.vn"


@pytest.fixture
def postman() -> Iterator[Postman]:
    with postman_at_work() as postman:
        yield postman


@pytest.fixture(scope="module")
def url(small_url: str) -> str:
    own = (THANH_HOA, ("LD-38",))
    wanted = [own, (BOSS, ()), ("Refused@example.vn", ()), ("gone@example.vn", ()), ("later@example.vn", ())]
    add_accounts(small_url, LOCAL, [AccountDraft(email, "viewer", units) for email, units in wanted])
    block_account(small_url, LOCAL, "gone@example.vn")
    return small_url


@pytest.fixture
def run(tmp_path: Path, postman: Postman, url: str, monkeypatch: pytest.MonkeyPatch):
    """`run(to, now)`: one run of the scheduler with one report to these addresses."""
    monkeypatch.setenv("DATABASE_URL", url)

    begun: set[str] = set()

    def run(
        *to: str, now: str = MONDAY, port: int = 0, query: str = "as_of=2022-04-20T08:00&phase=1", begins: bool = True
    ) -> int:
        file = tmp_path / "schedule.toml"
        file.write_text(
            f"""
            [mail]
            host = "127.0.0.1"
            port = {port or postman.port}
            security = "none"
            sender = "bao-cao@example.vn"
            address = "https://sangkien.example"

            [[report]]
            name = "tuan"
            query = "{query}"
            kinds = ["one-page", "workbook"]
            days = ["monday"]
            at = "07:30"
            to = {json.dumps(to)}
            """,
            encoding="utf-8",
        )
        log = ["--log", str(tmp_path / "log"), "--now"]
        if begins and str(to) not in begun:  # whoever sets it up does so before its time
            begun.add(str(to))
            main([str(file), *log, BEFORE])
        return main([str(file), *log, now])

    return run


def logged_outcomes(tmp_path: Path) -> list[tuple[str, str, str]]:
    return [
        (entry.to, entry.outcome, entry.reason)
        for entry in Journal(tmp_path / "log").entries()
        if entry.outcome != "begun"
    ]


def test_a_letter_has_the_sentences_and_the_files(run, postman: Postman, tmp_path: Path):
    assert run(BOSS) == DONE

    (letter,) = postman.letters
    assert letter["To"] == BOSS
    assert letter["Subject"] == "1 triệu sáng kiến – Báo cáo tiến độ. Tính đến 20/04/2022 08:00"
    body = letter.get_body().get_content()
    assert "DỮ LIỆU MÔ PHỎNG" in body
    assert "cả nước đã cập nhật 11.656 sáng kiến" in body
    assert "Nguồn: " in body
    assert "https://sangkien.example/?programme=1tr&as_of=" in body
    names = [part.get_filename() for part in letter.iter_attachments()]
    assert names == [
        "1-trieu-sang-kien_giai-doan-1_2022-04-20_mot-trang.pdf",
        "1-trieu-sang-kien_giai-doan-1_2022-04-20.xlsx",
    ]
    assert [part.get_content()[:2] for part in letter.iter_attachments()] == [b"%P", b"PK"]
    assert logged_outcomes(tmp_path) == [(BOSS, "sent", "")]


def test_each_address_gets_what_its_account_allows(run, postman: Postman, tmp_path: Path):
    assert run(BOSS, THANH_HOA, STRANGER, "gone@example.vn") == DONE

    bodies = {letter["To"]: letter.get_body().get_content() for letter in postman.letters}
    assert bodies.keys() == {BOSS, THANH_HOA}
    assert "LĐLĐ tỉnh Thanh Hóa đã cập nhật 3.573 sáng kiến" in bodies[THANH_HOA]
    assert "Hà Nội" not in bodies[THANH_HOA]
    assert logged_outcomes(tmp_path)[2:] == [
        (STRANGER, "skipped", "no account"),
        ("gone@example.vn", "skipped", "no account"),
    ]


def test_nobody_gets_another_units_numbers(run, postman: Postman, tmp_path: Path):
    run(THANH_HOA, query="as_of=2022-04-20T08:00&unit=LD-01")

    assert not postman.letters
    assert logged_outcomes(tmp_path) == [(THANH_HOA, "skipped", "outside the unit of the account")]


@pytest.mark.parametrize("query", ["unit=NOBODY", "uint=LD-38", "snapshot=nothing"])
def test_a_slip_of_the_pen_mails_nothing(run, postman: Postman, tmp_path: Path, query: str, capsys):
    assert run(BOSS, query=query) == USED_WRONGLY

    assert not postman.letters and not logged_outcomes(tmp_path)
    assert query.rpartition("=")[2] in capsys.readouterr().err


def test_nothing_goes_out_twice_and_every_week_once(run, postman: Postman):
    for now in (MONDAY, "2022-04-25T07:40:00", "2022-05-01T23:00:00", "2022-05-02T07:29:00"):
        assert run(BOSS, now=now) == DONE
    assert len(postman.letters) == 1
    run(BOSS, now="2022-05-02T07:30:00")
    assert len(postman.letters) == 2


def test_what_is_refused_for_good_is_tried_once_and_the_owner_is_notified(run, postman: Postman, tmp_path: Path):
    assert run("refused@example.vn", BOSS) == SOME_FAILED
    assert [entry[:2] for entry in logged_outcomes(tmp_path)] == [("refused@example.vn", "refused"), (BOSS, "sent")]
    assert logged_outcomes(tmp_path)[0][2] == "550 nobody here"
    notice, letter = postman.letters
    assert letter["To"] == BOSS and notice["To"] == "bao-cao@example.vn"
    assert "refused@example.vn" in notice.get_content() and "550" in notice.get_content()

    assert run("refused@example.vn", BOSS, now="2022-04-25T12:00:00") == DONE
    assert len(postman.letters) == 2


def test_what_fails_for_now_is_tried_again_after_longer_and_longer_times(run, postman: Postman, tmp_path: Path):
    tried = ("07:31", "07:35", "07:36", "07:45", "07:46", "08:05", "08:06")
    codes = [run("later@example.vn", now=f"2022-04-25T{time}:00") for time in tried]
    assert codes == [SOME_FAILED, DONE, SOME_FAILED, DONE, SOME_FAILED, DONE, SOME_FAILED]
    assert {outcome for _, outcome, _ in logged_outcomes(tmp_path)} == {"failed"} and not postman.letters


def test_an_away_server_loses_no_letter(run, postman: Postman, tmp_path: Path):
    assert run(BOSS, port=9) == SOME_FAILED
    assert run(BOSS, now="2022-04-25T07:37:00") == DONE
    assert [outcome for _, outcome, _ in logged_outcomes(tmp_path)] == ["failed", "sent"]


def test_new_and_edited_orders_begin_with_their_next_time(run, postman: Postman):
    assert run(BOSS, begins=False) == DONE
    assert not postman.letters
    run(BOSS, now="2022-05-02T07:30:00", begins=False)
    assert len(postman.letters) == 1
    run(BOSS, now="2022-05-02T07:35:00", begins=False, query="as_of=2022-04-20T08:00")
    assert len(postman.letters) == 1
    run(BOSS, now="2022-05-09T07:30:00", begins=False, query="as_of=2022-04-20T08:00")
    assert len(postman.letters) == 2


def test_a_torn_or_empty_line_of_the_log_is_skipped_and_reported(run, postman: Postman, tmp_path: Path, capsys):
    run(BOSS)
    with (tmp_path / "log").open("a", encoding="utf-8") as log:
        log.write('\n{"at": "2022-04-25T07:3')
    assert run(BOSS, THANH_HOA, now="2022-04-25T07:40:00", begins=False) == DONE
    assert "3, 4" in capsys.readouterr().err
    run(BOSS, THANH_HOA, now="2022-05-02T07:31:00")

    assert [(to, outcome) for to, outcome, _ in logged_outcomes(tmp_path)] == [
        (BOSS, "sent"),
        (BOSS, "sent"),
        (THANH_HOA, "sent"),
    ]


def test_a_person_gets_one_letter_under_their_name(run, postman: Postman):
    assert run(f"Lê Thị Bé <{BOSS}>", BOSS.upper(), BOSS) == DONE
    (letter,) = postman.letters
    assert letter["To"] == f"Lê Thị Bé <{BOSS}>"


def test_orders_of_the_page_go_out_beside_those_of_the_file(run, postman: Postman, url: str):
    monday, before = datetime(2022, 4, 25, 7, 31), datetime.fromisoformat(BEFORE)
    to = (f"Lê Thị Bé <{BOSS}>", "refused@example.vn", THANH_HOA)
    wanted = WantedMail("Thứ Hai", "1tr", "as_of=2022-04-20T08:00", ("csv",), ("monday",), time(7, 30), to)
    number = save_order(url, Reader("chi@example.vn", Role.LEAD), wanted, before)
    late = save_order(url, LOCAL, replace(wanted, name="Muộn", to=(BOSS,)), monday)  # begins next Monday
    try:
        assert run(THANH_HOA) == SOME_FAILED and run(THANH_HOA) == DONE
        sent = sorted(str(letter["To"]) for letter in postman.letters)
        assert sent == [f"Lê Thị Bé <{BOSS}>", "chi@example.vn", THANH_HOA, THANH_HOA]  # the owner has the refusal
        with reading(url) as connection:
            result = find_letters(connection, LOCAL, 99)
        values = {(one.report, one.to): (one.outcome, one.order) for one in result if one.order or one.to == THANH_HOA}
        assert values == {
            ("Thứ Hai", BOSS): ("sent", number),
            ("Thứ Hai", THANH_HOA): ("sent", number),
            ("Thứ Hai", "refused@example.vn"): ("refused", number),
            ("tuan", THANH_HOA): ("sent", None),
        }
        stop_order(url, LOCAL, number, monday)
        assert run(THANH_HOA, now="2022-05-02T07:31:00") == DONE
        assert [str(letter["To"]) for letter in postman.letters[4:]] == [THANH_HOA, BOSS]
    finally:
        for one in (number, late):
            stop_order(url, LOCAL, one, monday)


def test_an_order_whose_query_means_nothing_any_more_is_reported_to_its_owner(run, postman: Postman, url: str):
    wanted = WantedMail("Cũ", "1tr", "unit=GONE", ("csv",), ("monday",), time(7, 30), (BOSS, "later@example.vn"))
    number = save_order(url, LOCAL, wanted, datetime.fromisoformat(BEFORE))
    try:
        assert run(THANH_HOA) == SOME_FAILED and run(THANH_HOA) == DONE
        notice, letter = sorted(postman.letters, key=lambda one: str(one["To"]))  # one, however many would get it
        assert (notice["To"], letter["To"]) == ("bao-cao@example.vn", THANH_HOA)
        assert "GONE" in notice.get_content() and "Máy chủ" not in notice.get_content()
    finally:
        stop_order(url, LOCAL, number, datetime.fromisoformat(MONDAY))


def test_two_runs_at_once_send_once(run, postman: Postman, tmp_path: Path):
    with Journal(tmp_path / "log").held() as mine:
        assert mine
        assert run(BOSS) == DONE
    assert not postman.letters


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("x", "not TOML"),
        ("[mail]\nhost='a'\nport=1", "missing"),
        ("[mail]\nhost='a'\nport=1\nsender='a@b'\nsecurity='maybe'", "security"),
        (
            "[mail]\nhost='a'\nport=1\nsender='a@b'\n[[report]]\nname='n'\nkinds=['poem']\nat='07:30'\nto=['a@b.vn']",
            "poem",
        ),
        (
            "[mail]\nhost='a'\nport=1\nsender='a@b'\n[[report]]\nname='n'\nkinds=['csv']\nat='late'\nto=['a@b.vn']",
            "late",
        ),
        ("[mail]\nhost='a'\nport=1\nsender='a@b'\n[[report]]\nname='n'\nkinds=['csv']\nat='07:30'\nto=['ab']", "“ab”"),
        ("[mail]\nhost='a'\nport='25'\nsender='a@b'", "port"),
    ],
)
def test_a_mistake_in_the_file_is_reported_before_anything_is_sent(tmp_path: Path, text: str, sentence: str):
    file = tmp_path / "schedule.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(WrongSchedule, match=sentence):
        read_schedule(file)
    assert main([str(file), "--log", str(tmp_path / "log")]) == REFUSED


def test_files_of_windows_editors_are_read_or_reported(tmp_path: Path):
    text, file = "[mail]\nhost='a'\nport=1\nsender='Bảo <a@b.vn>'", tmp_path / "schedule.toml"
    file.write_text(text, encoding="utf-8-sig")
    assert read_schedule(file)[0].sender == "Bảo <a@b.vn>"
    file.write_text(text, encoding="utf-16")
    with pytest.raises(WrongSchedule) as wrong:
        read_schedule(file)
    assert "không phải TOML" in wrong.value.sentence(LANGUAGES["vi"])


def test_the_example_can_be_followed():
    mail, orders = read_schedule(Path(__file__).parents[2] / "deploy" / "schedule.example.toml")
    assert mail.security == "starttls"
    assert [order.name for order in orders] == ["tuan"]


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_server_whose_certificate_nobody_knows_gets_no_letter(security: str, tmp_path: Path):
    postman = Postman()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*self_signed(tmp_path))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    secured = {"ssl_context": context} if security == "tls" else {"tls_context": context}
    controller = Controller(postman, hostname="127.0.0.1", port=port, **secured)
    with suppress(ssl.SSLError):  # aiosmtpd greets itself, and knows its own certificate as little
        controller.start()
    letter = EmailMessage()
    letter["From"], letter["To"] = "a@example.vn", "b@example.vn"
    try:
        with pytest.raises(ssl.SSLCertVerificationError):
            send_letter(letter, Mail("127.0.0.1", port, "a@example.vn", security))
    finally:
        controller.stop(no_assert=True)
    assert postman.letters == []


def self_signed(folder: Path) -> tuple[Path, Path]:
    """A self-signed certificate for this machine, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime(2020, 1, 1))
        .not_valid_after(datetime(2040, 1, 1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    (folder / "certificate.pem").write_bytes(certificate.public_bytes(Encoding.PEM))
    plain = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (folder / "key.pem").write_bytes(plain)
    return folder / "certificate.pem", folder / "key.pem"
