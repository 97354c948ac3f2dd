import base64
import hashlib

from language.languages import ENGLISH, LANGUAGES, VIETNAMESE
from web.frame import frame_page, policy
from web.words import words_address

PAGE = b"""<!DOCTYPE html>
<html lang="en"><head><title>Streamlit</title>
<link rel="preload" href="./static/media/SourceSansVF-Upright.ttf.woff2" as="font">
<script>window.ready = false</script>
<script type="module" src="./static/js/index.js"></script></head>
<body><noscript>You need
JavaScript</noscript><div id="root"></div></body></html>"""


def test_the_page_speaks_the_readers_language():
    assert b'<html lang="vi" translate="no">' in frame_page(PAGE, VIETNAMESE)
    assert b'<html lang="en" translate="no">' in frame_page(PAGE, ENGLISH)
    assert f'<meta name="languages" content="{" ".join(LANGUAGES)}">'.encode() in frame_page(PAGE, VIETNAMESE)
    assert "Hãy bật JavaScript".encode() in frame_page(PAGE, VIETNAMESE)
    assert b"You need" not in frame_page(PAGE, VIETNAMESE)


def test_our_scripts_run_before_streamlits():
    page = frame_page(PAGE, VIETNAMESE)

    assert page.index(words_address().encode()) < page.index(b"/app/static/controls.js") < page.index(b"index.js")


def test_a_typeface_nobody_sees_is_not_fetched():
    assert b"SourceSans" not in frame_page(PAGE, VIETNAMESE)


def test_the_policy_lets_exactly_the_written_script_run():
    alert = base64.b64encode(hashlib.sha256(b"alert(1)").digest()).decode()

    scripts = policy(b"<script>alert(1)</script>").partition("script-src")[2].partition(";")[0]

    assert scripts == f" 'self' blob: 'sha256-{alert}'"
    assert alert not in policy(b"<script>alert(2)</script>")


def test_an_outline_is_seen_before_any_script_has_run():
    page = frame_page(PAGE, VIETNAMESE).decode()

    assert page.index('<div id="root"><style>') < page.index('class="waiting" aria-hidden="true"')
