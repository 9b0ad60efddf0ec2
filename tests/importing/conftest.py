import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from directory_app.importing import Reading, read
from directory_app.store import Store

TODAY = dt.date(2026, 11, 24)
LISTS = Path(__file__).parent.parent / "data" / "lists"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store.create(tmp_path / "test.puertas", passphrase=None)
    yield made
    made.close()


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    def make(text: str, name: str = "list.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return path

    return make


@pytest.fixture
def read_text(write: Callable[..., Path]) -> Callable[..., Reading]:
    def make(text: str, encoding: str = "utf-8", **more: object) -> Reading:
        return read(write(text, encoding=encoding), today=TODAY, **more)  # type: ignore[arg-type]

    return make
