"""What a print run keeps of a business is what stood on the paper, and nothing else."""

import json
from pathlib import Path

import pytest

from directory_app.guides.reading import page_texts
from directory_app.model.event import Event
from directory_app.sample import make_sample
from directory_app.store import Store


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return make_sample(tmp_path / "ours.puertas")


@pytest.fixture
def event(directory: Path) -> str:
    with Store.open(directory) as store:
        return next(one.id for one in store.events.all() if one.name_en == "Canvass launch")


def kept(directory: Path, number: int) -> list[dict[str, object]]:
    with Store.open(directory) as store:
        return [dict(one.printed) for one in store.runs.entries(number)]


def test_a_guide_without_some_fields_keeps_none_of_them(puertas, directory, event, tmp_path):
    made = puertas.json(
        "guide", directory, "--event", event, "--out", tmp_path / "guide.pdf",
        "--fields=-phone,-hours,-address",
    )  # fmt: skip
    for one in kept(directory, made["run"]):
        assert one["name"]
        assert [one[name] for name in ("address", "place", "phones", "hours")] == ["", [], [], []]
        assert "city" not in one


def test_a_map_keeps_the_name_and_the_street_that_are_on_it(puertas, directory, tmp_path):
    path = tmp_path / "map.pdf"
    made = puertas.json("map", directory, "--out", path)
    said = "\n".join(page_texts(path.read_bytes()))
    rows = kept(directory, made["run"])
    assert rows
    for one in rows:
        assert set(one) == {"number", "name", "address"}
        assert json.dumps(one)
        assert str(one["name"]) in said
    puertas.json("map", directory, "--out", path, "--no-list")
    assert all(one == {"marker": True} for one in kept(directory, made["run"] + 1))


def test_a_call_list_bears_the_only_name_that_an_event_has(puertas, directory, tmp_path):
    with Store.open(directory, write=True) as store:
        made = store.events.add(Event(name_en="", name_es="Fiesta del barrio", date=store.today()))
    path = tmp_path / "calls.pdf"
    event = ("--event", made.id, "--layout", "call-list", "--view", "all")
    puertas.json("guide", directory, *event, "--out", path)
    assert "Fiesta del barrio" in "\n".join(page_texts(path.read_bytes()))
