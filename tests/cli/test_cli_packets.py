"""The verbs of packets: made, told, taken in."""

import datetime as dt
from pathlib import Path

import pytest

from directory_app.model.business import Business
from directory_app.model.draft import DraftConsent, DraftPhone
from directory_app.store import Filter, Store, keys, packet_file
from directory_app.tasks import packets

from .conftest import Puertas

WORDS = "acequia piñón adobe maíz horno lavanda"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    low = keys.Cost(memory_kib=64, passes=1, lanes=1)
    seal = packet_file.seal
    monkeypatch.setattr(packet_file, "seal", lambda data, words, _cost: seal(data, words, low))
    monkeypatch.setenv("PUERTAS_PACKET_PASSPHRASE", WORDS)


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """Two directories; the first has two businesses."""
    here, there = tmp_path / "here.puertas", tmp_path / "there.puertas"
    day = dt.date.today() - dt.timedelta(days=9)
    with Store.create(here, passphrase=None) as store:
        for number, name in enumerate(("El Nopal", "La Luz")):
            store.businesses.add(
                Business(code="", name=name, city="Clovis", address_1=f"{number} Main St"),
                phones=[DraftPhone(f"+1505555014{number}")],
                consents=[DraftConsent("print", "yes", day, "Ana")],
            )
    with Store.create(there, passphrase=None):
        pass
    return here, there


def edit(path: Path, wanted: str, **changes: object) -> None:
    with Store.open(path, write=True) as store:
        (row,) = store.browser.first_rows(Filter(text=wanted), 1)
        store.businesses.update(row.id, changes)


def test_there_and_back(puertas: Puertas, two: tuple[Path, Path], tmp_path: Path) -> None:
    here, there = two
    out, back = tmp_path / "a.puertas-packet", tmp_path / "b.puertas-packet"
    made = puertas.json("packet", "make", here, "--out", out)
    assert (made["run"], made["businesses"], made["answers"]) == (1, 2, 2)
    assert "passphrase" not in made
    told = puertas.json("packet", "open", there, out)
    assert told["applied"] is None and told["changes"] == 2
    applied = puertas.json("packet", "open", there, out, "--apply-safe")["applied"]
    assert applied["added"] == 2
    edit(there, "luz", name="La Luz del Alba", email="luz@example.org")
    edit(here, "luz", name="La Luz Nueva")
    puertas.json("packet", "make", there, "--out", back)
    said = puertas("packet", "open", here, back)
    assert "name: La Luz Nueva -> La Luz del Alba (CONFLICT)" in said.out
    assert "1 change, 1 conflict. Nothing was written." in said.out
    safe = puertas.json("packet", "open", here, back, "--apply-safe")
    assert (safe["applied"]["changed"], safe["conflicts"]) == (1, 1)
    with Store.open(here) as store:
        assert store.businesses.search("luz")[0].business.name == "La Luz Nueva"
        assert store.businesses.search("luz")[0].business.email == "luz@example.org"


def test_one_side_is_taken(puertas: Puertas, two: tuple[Path, Path], tmp_path: Path) -> None:
    here, there = two
    out, back = tmp_path / "a.puertas-packet", tmp_path / "b.puertas-packet"
    puertas.json("packet", "make", here, "--out", out)
    puertas.json("packet", "open", there, out, "--take", "theirs")
    edit(there, "luz", name="La Luz del Alba")
    edit(here, "luz", name="La Luz Nueva")
    puertas.json("packet", "make", there, "--out", back)
    puertas.json("packet", "open", here, back, "--take", "theirs")
    with Store.open(here) as store:
        assert store.businesses.search("luz")[0].business.name == "La Luz del Alba"


def test_a_part_and_words_of_its_own(
    puertas: Puertas, two: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PUERTAS_PACKET_PASSPHRASE")
    out = tmp_path / "a.puertas-packet"
    said = puertas("packet", "make", two[0], "--out", out, "--search", "nopal")
    assert said.status == 0 and "Run 1: 1 business in" in said.out
    words = said.out.rsplit("passphrase: ", 1)[1].strip()
    assert len(words.split()) == 6
    assert [each.name for each in packets.open_packet(out, words).entries] == ["El Nopal"]
    assert "telephone" in said.err


def test_mistakes_are_sentences(
    puertas: Puertas, two: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, out = two[0], tmp_path / "a.puertas-packet"
    puertas("packet", "make", here, "--out", out)
    for arguments, words in (
        (("make", here, "--out", here / "a.puertas-packet"), "inside a directory"),
        (("make", here, "--out", out, "--search", "town:nowhere"), "Nobody is chosen"),
        (("open", here, out, "--take", "both"), "does not know"),
        (("open", here, out, "--show", "--apply-safe"), "changes nothing"),
        (("open", here, tmp_path / "none"), "could not be read"),
        (("open", here, here / "directory.db"), "no packet of Puertas"),
    ):
        said = puertas("packet", *arguments)
        assert said.status == 2 and words in said.err, said.err
    monkeypatch.setenv("PUERTAS_PACKET_PASSPHRASE", "other words than those of it")
    assert "is not right" in puertas("packet", "open", here, out).err
    monkeypatch.setenv("PUERTAS_PACKET_PASSPHRASE", "hunter2")
    assert "guessed too easily" in puertas("packet", "make", here, "--out", out).err
    monkeypatch.delenv("PUERTAS_PACKET_PASSPHRASE")
    assert "its own passphrase" in puertas("packet", "open", here, out).err


def test_an_answer_that_is_not_let_in_is_told(
    puertas: Puertas, two: tuple[Path, Path], tmp_path: Path
) -> None:
    """The clock of the other laptop is a day ahead: a yes of tomorrow opens no door."""
    here, there = two
    out, tomorrow = tmp_path / "a.puertas-packet", dt.date.today() + dt.timedelta(days=1)
    with Store.open(here, write=True, today=lambda: tomorrow) as store:
        made = store.businesses.add(Business(code="", name="Mercado Sol", city="Clovis"))
        yes = DraftConsent("print", "yes", tomorrow, "Ana")
        store.consents.record(made.business.id, [yes])
        packets.make_packet(store, packets.PacketOrder(out, WORDS))
    done = puertas.json("packet", "open", there, out, "--apply-safe")["applied"]
    assert done["answers_not_kept"] == [
        {"name": "Mercado Sol", "channel": "print", "why": "future"}
    ]
