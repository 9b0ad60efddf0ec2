"""The verbs as a person types them, and a list to bring in."""

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from directory_app import cli

#: One row each of what goes wrong; {asked} and {iso} stand for one day in the past.
NEIGHBORS = Path(__file__).resolve().parents[1] / "data" / "cli" / "neighbors.csv"


@dataclass
class Ran:
    """What a verb said."""

    status: int
    out: str
    err: str

    @property
    def answer(self) -> Any:
        """The JSON on standard output; fails where there is anything else."""
        assert self.status == 0, self.err
        return json.loads(self.out)


class Puertas:
    """Runs verbs in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def __call__(self, *arguments: str | Path) -> Ran:
        self.capsys.readouterr()
        try:
            status = cli.run([str(argument) for argument in arguments])
        except SystemExit as stopped:
            status = int(stopped.code or 0)
        said = self.capsys.readouterr()
        return Ran(status, said.out, said.err)

    def json(self, *arguments: str | Path) -> Any:
        return self(*arguments, "--json").answer


@pytest.fixture
def puertas(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Puertas:
    for name in ("PUERTAS_PASSPHRASE", "PUERTAS_PERSON"):
        monkeypatch.delenv(name, raising=False)
    return Puertas(capsys)


@pytest.fixture
def asked() -> dt.date:
    """The day on which everybody on the list was asked."""
    return dt.date.today() - dt.timedelta(40)


@pytest.fixture
def neighbors(tmp_path: Path, asked: dt.date) -> Path:
    """A list as a coalition types it, of invented businesses."""
    american = f"{asked.month}/{asked.day}/{asked.year}"
    file = tmp_path / "neighbors.csv"
    text = NEIGHBORS.read_text("utf-8")
    file.write_text(text.format(asked=american, iso=asked.isoformat()), "utf-8")
    return file


@pytest.fixture
def directory(puertas: Puertas, tmp_path: Path) -> Path:
    """An empty plain directory."""
    path = tmp_path / "ours.puertas"
    assert puertas("new", path, "--plain").status == 0
    return path


@pytest.fixture
def imported(puertas: Puertas, directory: Path, neighbors: Path) -> Path:
    """The directory with the list in it, located."""
    assert puertas("import", directory, neighbors).status == 0
    assert puertas("locate", directory).status == 0
    return directory
