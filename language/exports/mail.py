"""Texts of e-mails around the report."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class MailTexts:
    """{Blanks} are filled by `exports.mail`."""

    refused_subject: str
    refused: str
    not_made: str


VIETNAMESE: Final = MailTexts(
    refused_subject="Thư báo cáo “{report}” không gửi được",
    refused="Máy chủ thư từ chối hẳn thư của báo cáo “{report}” gửi tới {to}. Hệ thống không gửi lại lần này.\n"
    "Máy chủ trả lời: {reason}\n\nHãy kiểm tra địa chỉ trong lịch gửi.",
    not_made="Chưa lập được thư của báo cáo “{report}”, nên lần này không gửi cho ai: {reason}\n\n"
    "Hãy sửa phần số liệu của thư này.",
)
ENGLISH: Final = MailTexts(
    refused_subject="The letter with the report “{report}” could not be sent",
    refused="The mail server permanently refused the letter with the report “{report}” to {to}. It will not be sent again.\n"
    "The server answered: {reason}\n\nPlease check the address in the schedule.",
    not_made="The letter with the report “{report}” could not be made, so it goes to nobody this time: {reason}\n\n"
    "Please correct what it asks for.",
)
