"""Concurrent requests for files neither block nor break each other."""

from concurrent.futures import ThreadPoolExecutor

from exports.typesetting import typeset

SLOW = b"#for number in range(4000) [#number #h(1pt)]"


def test_threads_at_the_same_moment_each_have_their_file():
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: typeset(SLOW, {}, format="pdf", timestamp=0), range(12)))

    assert {len(pages) for pages in made} == {1}
    assert all(page.startswith(b"%PDF") for [page] in made)


def test_a_failure_leaves_the_compiler_to_others():
    for _ in range(3):
        try:
            typeset(b"#unknown", {}, format="pdf")
        except Exception as problem:  # noqa: BLE001 (typst raises its own)
            assert "unknown" in str(problem)

    assert typeset(b"Text", {}, format="pdf")
