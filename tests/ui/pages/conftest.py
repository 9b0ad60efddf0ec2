"""A real directory, its Session and a helper that waits until nothing is under way."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from directory_app.sample import make_sample
from directory_app.store import Store
from directory_app.ui import language, theme
from directory_app.ui.jobs import JobRunner
from directory_app.ui.session import Session

DATA = Path(__file__).parents[2] / "data" / "ui"


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light")
    language.apply("en")
    yield
    language.apply("en")


@pytest.fixture
def empty_directory(tmp_path: Path) -> Path:
    """A plain directory without a business."""
    path = tmp_path / "empty.puertas"
    Store.create(path, passphrase=None).close()
    return path


@pytest.fixture(scope="session")
def sample_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.puertas"
    return make_sample(path)


@pytest.fixture
def sample_directory(sample_once: Path, tmp_path: Path) -> Path:
    """The sample directory: 18 businesses, two events."""
    import shutil

    return Path(shutil.copytree(sample_once, tmp_path / "sample.puertas"))


@pytest.fixture
def open_session(qapp: QApplication) -> Iterator[Callable[[Path], Session]]:
    """Open a Session on a directory; it is closed in the end, and failures in jobs fail."""
    opened: list[Session] = []
    failures: list[Exception] = []

    def make(path: Path) -> Session:
        runner = JobRunner()
        runner.unhandled.connect(failures.append)
        session = Session(path, runner)
        opened.append(session)
        return session

    yield make
    for session in opened:
        session.close()
    assert not failures


@pytest.fixture
def settled(qtbot) -> Callable[[Session], None]:
    """Wait until no job is under way and none was started by the last one's result."""

    def wait(session: Session) -> None:
        qtbot.waitUntil(session.runner.is_idle, timeout=30_000)
        qtbot.wait(60)
        qtbot.waitUntil(session.runner.is_idle, timeout=30_000)

    return wait


@pytest.fixture
def today() -> dt.date:
    return dt.date.today()


@pytest.fixture
def list_file() -> Path:
    """A fictional list with one row of each thing that goes wrong."""
    return DATA / "plaza-list.csv"
