from collections.abc import Iterator

import pytest
import streamlit as st


@pytest.fixture(autouse=True)
def fresh_caches() -> Iterator[None]:
    """No test sees what another one drew, nor its data."""
    yield
    st.cache_data.clear()


@pytest.fixture
def demo(demo_database: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The pages read the demonstration records."""
    monkeypatch.setenv("DATABASE_URL", demo_database)
    return demo_database


@pytest.fixture
def pages_url(prepared_url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The pages read a database without initiatives, once of every engine, which the test may write to."""
    monkeypatch.setenv("DATABASE_URL", prepared_url)
    return prepared_url


@pytest.fixture(scope="session")
def bare_database(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Reference data and published figures, no initiative."""
    from data_access.reference.seed import prepare

    url = f"sqlite:///{tmp_path_factory.mktemp('bare') / 'bare.db'}"
    prepare(url, say=lambda *_: None)
    return url


@pytest.fixture
def bare(bare_database: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("DATABASE_URL", bare_database)
    return bare_database


@pytest.fixture
def away(monkeypatch: pytest.MonkeyPatch) -> None:
    """The database is nowhere: a port of loopback that nobody listens on."""
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody@127.0.0.1:9/nothing")
