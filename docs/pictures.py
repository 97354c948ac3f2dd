"""New pictures for the README and the users' guide, of the running app: `make guide`."""

from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import Final

from playwright.sync_api import Browser, ViewportSize

from benchmarks.beginning.__main__ import played
from data_access.database.settings import database_url
from docs.import_pictures import importing_app, take_imports
from tests.browser.watching import open_at, settle
from tests.chromium import running_chromium
from tests.serving import serving

FOLDER: Final = Path(__file__).with_name("pictures")
WHOLE: Final = "as_of=2022-04-20T08:00"
CONGRESS: Final = f"{WHOLE}&phase=1"


@dataclass(frozen=True)
class Picture:
    """One page at one address and size, in CSS pixels."""

    name: str
    address: str
    width: int = 1366
    height: int = 768
    part: str = ""  # of the page; all of it where empty
    top: str = ""  # words of the heading that stands on top; the page's own beginning where empty


PICTURES: Final = (
    Picture("overview", f"/?{CONGRESS}"),
    Picture("overview-en", f"/?{CONGRESS}&lang=en"),
    Picture("overview-phone", f"/?{CONGRESS}", 390, 844),
    Picture("filters", f"/?{CONGRESS}&region=dbsh"),
    Picture("targets", f"/targets?{CONGRESS}"),
    Picture("ranking", f"/ranking?{CONGRESS}"),
    Picture("sectors", f"/sectors?{CONGRESS}"),
    Picture("grading", f"/grading?{WHOLE}"),
    Picture("rewards", f"/recognition?{WHOLE}", top="Hợp lệ, chưa khen thưởng"),
    Picture("readiness", f"/readiness?{WHOLE}"),
    Picture("potential", f"/targets?{WHOLE}", top="Thấp hơn tiềm năng"),
    Picture("examples", f"/examples?{WHOLE}"),
    Picture("published", "/published"),
    Picture("programmes", "/programmes"),
    Picture("sidebar", f"/?{CONGRESS}", 1366, 900, part="[data-testid=stSidebar]"),
)


# Of the guide's chapter about a programme of one's own: what benchmarks.beginning calls them.
BEGINNING: Final = {"begin-preview": "preview", "begin-targets": "import-targets"}


def take_beginning(folder: Path) -> None:
    """An enterprise sets up its programme and brings in targets; the pictures of that way."""
    steps = played("enterprise", folder)
    for _ in ("programme", "targets"):
        next(steps)
    steps.close()
    for name, source in BEGINNING.items():
        copyfile(folder / f"{source}.png", FOLDER / f"{name}.png")
        print(f"docs/pictures/{name}.png", flush=True)


def take_all() -> None:
    """Write every picture, replacing those of the last time."""
    FOLDER.mkdir(exist_ok=True)
    with (
        TemporaryDirectory() as folder,
        serving(database_url(), Path(folder) / "log") as address,
        running_chromium() as browser,
    ):
        for picture in PICTURES:
            _take(picture, browser, address)
            print(f"docs/pictures/{picture.name}.png", flush=True)
    with TemporaryDirectory() as folder, importing_app(Path(folder)) as address, running_chromium() as browser:
        take_imports(browser, address, FOLDER, Path(folder))
        print("docs/pictures/import-questions.png, import-memory.png, import-sources.png", flush=True)
    with TemporaryDirectory() as folder:
        take_beginning(Path(folder))


def _take(picture: Picture, browser: Browser, address: str) -> None:
    size = ViewportSize(width=picture.width, height=picture.height)
    page = browser.new_page(base_url=address, viewport=size, locale="vi-VN")
    open_at(page, picture.address)
    # A fresh browser still fetches the code of some elements when nothing has moved for a moment.
    page.wait_for_function("() => !document.querySelector('[data-testid=stSkeleton]')", timeout=60_000)
    settle(page)
    if picture.top:
        page.get_by_role("heading", name=picture.top).first.evaluate("heading => heading.scrollIntoView()")
        settle(page)
    file = FOLDER / f"{picture.name}.png"
    if picture.part:
        page.locator(picture.part).screenshot(path=file)
    else:
        page.screenshot(path=file)
    page.close()


if __name__ == "__main__":
    take_all()
