"""`python -m benchmarks.beginning OUT [nation] [province] [enterprise]`: from an empty database to a report to sign.

Each organisation is played in a browser: template, set-up, initiatives, targets, every page and every file, without
SQL and without a restart. Pictures, texts and files are left in OUT for whoever wants to look; seconds are printed.
"""

import json
import sys
import time
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import time as clock
from email.message import EmailMessage
from itertools import product
from pathlib import Path
from typing import Final

from playwright.sync_api import Page

from benchmarks.beginning.books import fill_template, write_initiatives, write_targets
from benchmarks.beginning.organisations import ORGANISATIONS, Organisation
from data_access.database.bounded import Database
from data_access.reference.seed import prepare
from data_access.store.live import LiveRecords
from exports.html.stage import VIEWS, make_slides
from exports.kinds import KINDS, make_file
from exports.mail.letter import write_letter
from exports.mail.plan import Mail, Order
from interface.shell.page_list import PAGES
from language.languages import LANGUAGES, VIETNAMESE
from model.filters import Filters
from model.mailing import DAYS
from presentation.occasion import Occasion
from presentation.own_words import adapted_language
from tests.browser.watching import open_at, settle
from tests.chromium import running_chromium
from tests.serving import serving

_MAIL: Final = Mail("", 0, "be@example.vn", address="https://sang-kien.example.vn")
_ORDER: Final = Order("Báo cáo tuần", "", ("one-page",), clock(7), DAYS, ("be@example.vn",))
_TALL: Final = 12_000  # pixels of the highest picture
_HEIGHT: Final = "() => document.querySelector('[data-testid=stMain]').scrollHeight"


@dataclass(frozen=True)
class Play:
    """The browser tab of one organisation."""

    organisation: Organisation
    page: Page
    out: Path

    def set_up(self) -> None:
        """From the page of an empty database to a saved programme."""
        texts = VIETNAMESE.programmes
        open_at(self.page, "/")
        self.page.locator("[data-testid=stMain] a[href*=programmes]").first.click()
        settle(self.page)
        self.page.get_by_role("tab", name=texts.tabs[1]).click()
        with self.page.expect_download() as download:
            self.page.get_by_role("button", name=texts.template).click()
        download.value.save_as(self.out / "template.xlsx")
        fill_template(self.out / "template.xlsx", self.organisation, self.out / "setup.xlsx")
        self._choose("setup.xlsx")
        self.picture("preview")
        self.page.get_by_role("button", name=texts.save).first.click()
        self._rest()
        self.picture("saved")

    def bring_in(self, file: str, kind: str = "") -> None:
        """Import one file on the page."""
        open_at(self.page, f"/import?programme={self.organisation.code}")
        if kind:
            self.page.locator("[data-testid=stSelectbox]").filter(has_text=VIETNAMESE.importing.kind).click()
            self.page.get_by_role("option", name=kind).first.click()
            self._rest()
        self._choose(file)
        self.picture(f"import-{file.partition('.')[0]}")
        self.page.get_by_role("button", name="Lưu").first.click()
        self._rest()

    def look(self) -> None:
        """Open every page in both languages, and those of the first unit that has units below it."""
        code, inside = self.organisation.code, self.organisation.inside
        for subject in (page.subject for page in PAGES):
            path = "" if subject == "overview" else subject
            for lang in LANGUAGES:
                open_at(self.page, f"/{path}?programme={code}&lang={lang}")
                self.picture(f"{subject}-{lang}")
            if inside:
                open_at(self.page, f"/{path}?programme={code}&within={inside}")
                self.picture(f"{subject}-within")

    def picture(self, name: str) -> None:
        """Save a screenshot of the whole page, and its text."""
        size = self.page.viewport_size or {"width": 1366, "height": 768}
        self.page.set_viewport_size({**size, "height": min(max(self.page.evaluate(_HEIGHT), 400), _TALL)})
        settle(self.page)
        self.page.screenshot(path=self.out / f"{name}.png")
        (self.out / f"{name}.txt").write_text(self.page.locator("body").inner_text(), encoding="utf-8")
        self.page.set_viewport_size({**size, "height": 768})

    def _choose(self, file: str) -> None:
        self.page.locator("input[type=file]").first.set_input_files(self.out / file)
        self._rest()

    def _rest(self) -> None:
        self.page.wait_for_timeout(1500)
        settle(self.page)


def write_files(organisation: Organisation, url: str, out: Path) -> None:
    """Write all files in both languages, for everything and for the first unit that has units below it.

    Slides of the stage and the letter are written as text.
    """
    whole = Filters(programme=organisation.code)
    scopes = {"": whole, **({"-within": whole.changed(within=organisation.inside)} if organisation.inside else {})}
    with closing(LiveRecords(Database(url))) as records:
        for (scope, filters), language in product(scopes.items(), LANGUAGES.values()):
            mark = f"{scope}-{language.code}"
            for kind in KINDS:
                if kind not in ("pictures", "csv"):
                    content = make_file(kind, records, filters, language, Occasion())
                    (out / f"{kind}{mark}.{KINDS[kind].ending}").write_bytes(content)
            for subject in KINDS["csv"].pages:
                content = make_file("csv", records, filters, language, Occasion(), subject)
                (out / f"{subject}{mark}.csv").write_bytes(content)
            slides = make_slides(
                records, filters, adapted_language(language, records.catalogue, filters.programme), VIEWS
            )
            slides_text = json.dumps(slides, ensure_ascii=False, indent=1, default=str)
            (out / f"stage{mark}.json").write_text(slides_text, encoding="utf-8")
            letter = write_letter(_ORDER, _MAIL, "be@example.vn", records, filters, language)
            (out / f"letter{mark}.txt").write_text(_words_of(letter), encoding="utf-8")


def _words_of(letter: EmailMessage) -> str:
    body = letter.get_body(("plain",))
    files = [f"- {part.get_filename()}" for part in letter.iter_attachments()]
    return "\n".join([str(letter["Subject"]), "", body.get_content() if body else "", *files])


def played(name: str, out: Path) -> Generator[tuple[str, float], None, None]:
    """The steps and the seconds since the beginning."""
    organisation = ORGANISATIONS[name]()
    out.mkdir(parents=True, exist_ok=True)
    (out / "own.db").unlink(missing_ok=True)
    url = f"sqlite:///{out / 'own.db'}"
    prepare(url, say=lambda *_: None, empty=True)
    write_initiatives(organisation, out / "initiatives.xlsx")
    write_targets(organisation, out / "targets.xlsx")
    with serving(url, out / "log.txt") as address, running_chromium() as browser:
        context = browser.new_context(base_url=address, viewport={"width": 1366, "height": 768}, locale="vi-VN")
        play, began = Play(organisation, context.new_page(), out), time.monotonic()
        play.set_up()
        yield "programme saved", time.monotonic() - began
        play.bring_in("initiatives.xlsx")
        play.bring_in("targets.xlsx", VIETNAMESE.importing.kinds["targets"])
        yield "initiatives and targets saved", time.monotonic() - began
        write_files(organisation, url, out)
        yield "every file written, a report to sign among them", time.monotonic() - began
        play.look()
        yield "every page seen", time.monotonic() - began


def main(arguments: Sequence[str]) -> None:
    """Play the named organisations, or all three."""
    if not arguments:
        raise SystemExit(__doc__)
    for name in arguments[1:] or ORGANISATIONS:
        for step, seconds in played(name, Path(arguments[0]) / name):
            print(f"{name}: {step} after {seconds:.0f} s", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
