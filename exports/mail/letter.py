"""One e-mail: the sentences of the report, the attachments, and how it is sent."""

import smtplib
import ssl
from email.message import EmailMessage
from email.utils import formatdate, make_msgid, parseaddr
from typing import Final

from data_access.rules.answerable import answerable
from data_access.snapshots.frozen import at_snapshot
from data_access.store.records import Records
from exports.kinds import KINDS, make_file, name_of_file
from exports.mail.plan import Mail, Order
from language.languages import Language
from model.accounts import is_address
from model.filters import Filters
from model.settings import Setting, raw_value
from presentation.briefs import make_briefs
from presentation.figures import gather
from presentation.occasion import Occasion
from presentation.own_words import adapted_language
from presentation.prose import write_report_text
from presentation.stamp import stamp
from presentation.wording import Wording

_PATIENCE: Final = 30.0  # timeout in seconds


def write_letter(
    order: Order, mail: Mail, to: str, records: Records, filters: Filters, language: Language
) -> EmailMessage:
    """The message with its attachments. Raises what data_access raises."""
    records, filters = at_snapshot(records, filters)
    filters, _ = answerable(records, filters)
    figures = gather(records, filters)
    language = adapted_language(
        language, figures.catalogue, filters.programme
    )  # the whole and its plan as the programme says
    wording = Wording(language, figures.catalogue)
    stamped, occasion = stamp("overview", figures, wording), Occasion(mail.sender, mail.address)
    letter = EmailMessage()
    subject = f"{wording.short_programme(figures.programme)} – {wording.texts.report.report_title}. {stamped.as_of}"
    letter["Subject"], letter["From"], letter["To"] = subject, mail.sender, order.written(to)
    letter["Date"], letter["Message-ID"] = (
        formatdate(localtime=True),
        make_msgid(domain=parseaddr(mail.sender)[1].partition("@")[2]),
    )
    link = wording.texts.link.format(link=occasion.link(filters, language)) if mail.address else ""
    briefs = [f"{brief.headline}." for brief in make_briefs(records, figures, wording)]
    lines = [stamped.banner, *write_report_text(figures, wording).national, *briefs, *stamped.lines, link]
    letter.set_content("\n\n".join(line for line in lines if line))
    for kind in order.kinds:
        main, _, sub = KINDS[kind].mime.partition("/")
        content = make_file(kind, records, filters, language, occasion)
        name = name_of_file(kind, records, filters, language, "overview")
        letter.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return letter


def write_notice(order: Order, mail: Mail, subject: str, sentences: str) -> EmailMessage:
    """The message that tells the owner why a letter of an order was not sent and is not tried again."""
    notice = EmailMessage()
    notice["Subject"], notice["From"], notice["To"] = subject, mail.sender, owner_of(order, mail)
    notice["Date"], notice["Message-ID"] = formatdate(localtime=True), make_msgid()
    notice.set_content(sentences)
    return notice


def owner_of(order: Order, mail: Mail) -> str:
    """The address for notices: the account that made the order, otherwise the owner named in the schedule file."""
    who = order.kept.who if order.kept else ""
    return who if is_address(who) else mail.owner or mail.sender


def send_letter(letter: EmailMessage, mail: Mail) -> None:
    """Send the message. Raises smtplib.SMTPException, OSError."""
    with _connected(mail) as server:
        if mail.security == "starttls":
            server.starttls(context=ssl.create_default_context())
        if mail.user:
            server.login(mail.user, raw_value(Setting.SMTP_PASSWORD))
        server.send_message(letter)


def _connected(mail: Mail) -> smtplib.SMTP:
    """An SMTP connection.

    It gets an explicit TLS context, because smtplib's default one does not verify certificates.
    """
    if mail.security == "tls":
        return smtplib.SMTP_SSL(mail.host, mail.port, timeout=_PATIENCE, context=ssl.create_default_context())
    return smtplib.SMTP(mail.host, mail.port, timeout=_PATIENCE)
