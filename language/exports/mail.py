"""What letters say beside the report itself."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class MailTexts:
    """{Blanks} are filled by `exports.mail`."""

    refused_subject: str
    refused: str


VIETNAMESE: Final = MailTexts(
    refused_subject="Thư báo cáo “{report}” bị từ chối",
    refused="Máy chủ thư từ chối hẳn thư của báo cáo “{report}” gửi tới {to}. Hệ thống không gửi lại lần này.\n"
    "Máy chủ trả lời: {reason}\n\nHãy kiểm tra địa chỉ trong lịch gửi.",
)
ENGLISH: Final = MailTexts(
    refused_subject="The letter of the report “{report}” was refused",
    refused="The mail server refused for good the letter of the report “{report}” to {to}. It is not sent again.\n"
    "The server answered: {reason}\n\nPlease check the address in the schedule.",
)
