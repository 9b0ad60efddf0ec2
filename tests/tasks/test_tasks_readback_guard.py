"""The last look before anything is out: a wall broken on purpose, and nothing left."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from directory_app import exporting, guides, tasks
from directory_app.errors import UserError
from directory_app.model.event import Event
from directory_app.model.listing import PublicPhone
from directory_app.model.terms import RunState
from directory_app.store import Filter, Store
from directory_app.store.keys import Cost
from directory_app.store.listings import Listings
from directory_app.tasks import (
    leaving,
    packets,
    printing,
    private_export,
    readback_texts,
    withdrawing,
)
from directory_app.tasks.printing import Choices
from tests.tasks.readback_cases import HIDDEN_PIN, NOTE, TODAY, fill

PUBLIC = tuple(kind.name for kind in guides.layout_kinds() if not kind.private)


@pytest.fixture
def store(tmp_path):
    with Store.create(tmp_path / "ours.puertas", passphrase=None, today=lambda: TODAY) as store:
        fill(store)
        store.events.add(
            Event(name_en="Fair", date=TODAY, city="Santa Fe", latitude=35.687, longitude=-105.9378)
        )
        yield store


@pytest.fixture
def out(tmp_path):
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


def guide(layout: str) -> Callable[[Store, Path], object]:
    def make(store: Store, out: Path) -> object:
        (event,) = store.events.all()
        choices = Choices(event.id, guides.GuideOptions(layout, show_map=False))
        return printing.print_to_file(store, choices, out / "guide.pdf")

    return make


def export(format_: str) -> Callable[[Store, Path], object]:
    ending = exporting.known(format_).ending
    return lambda store, out: tasks.export(
        store, tasks.ExportOrder(out / f"list{ending}", format_, "print")
    )


def drawn(name: str) -> Callable[[Store, Path], object]:
    return lambda store, out: tasks.make_map(store, tasks.MapOrder(out / name))


def sheets(layout: str) -> Callable[[Store, Path], object]:
    choices = Choices("", guides.GuideOptions(layout), "all")
    return lambda store, out: printing.print_to_file(store, choices, out / "sheets.pdf")


def table(format_: str) -> Callable[[Store, Path], object]:
    return lambda store, out: private_export.export_private(
        store, private_export.PrivateOrder(out / f"PRIVATE x.{format_}", format_, Filter())
    )


OUT = {name: guide(name) for name in PUBLIC}
OUT |= {name: export(name) for name in exporting.NAMES}
OUT |= {name: drawn(name) for name in ("map.pdf", "map.png")}
STAFF = {name: sheets(name) for name in ("visit-sheets", "call-list")}
STAFF |= {f"private {format_}": table(format_) for format_ in ("csv", "xlsx")}
#: What a slip of the wall could let through, as a change to the listing of who may be there.
SLIPS = {
    "who refused": {"name": "Panadería Xilófono Azul"},
    "a hidden street": {"address_1": "4417 Calle Zafiro"},
    "a confidential number": {"phones": (PublicPhone("+15055550171"),)},
    "a note": {"name": f"Luz. {NOTE}"},
}
#: Tables of the staff may name who said no: only who withdrew is on none of them.
STAFF_SLIPS = {name: slip for name, slip in SLIPS.items() if name != "who refused"}


def nothing_left(store: Store, out: Path) -> None:
    assert list(out.iterdir()) == []
    assert {run.state for run in store.runs.all()} <= {RunState.FAILED}


@pytest.mark.parametrize("kind", [*OUT, *STAFF])
def test_what_is_whole_goes_out(store, out, kind):
    (OUT | STAFF)[kind](store, out)
    assert len(list(out.iterdir())) == 1


@pytest.mark.parametrize("slip", SLIPS)
@pytest.mark.parametrize("kind", OUT)
def test_a_broken_wall_stops_all_that_is_handed_out(store, out, monkeypatch, kind, slip):
    real = Listings.public

    def broken(self, *said, **more):
        found = real(self, *said, **more)
        return [
            replace(each, **SLIPS[slip]) if each.name == "Panadería Luz" else each for each in found
        ]

    monkeypatch.setattr(Listings, "public", broken)
    if kind.startswith("map.") and slip in {"a confidential number", "a note"}:
        pytest.skip("the list below a map has one line of a name, and no telephone")
    with pytest.raises(UserError, match=r"^Nothing was made:"):
        OUT[kind](store, out)
    nothing_left(store, out)


@pytest.mark.parametrize("slip", STAFF_SLIPS)
@pytest.mark.parametrize("kind", STAFF)
def test_a_broken_wall_stops_the_papers_of_staff(store, out, monkeypatch, kind, slip):
    real = Listings.staff

    def broken(self, *said, **more):
        found = real(self, *said, **more)
        return [
            replace(each, **SLIPS[slip]) if each.name == "Panadería Luz" else each for each in found
        ]

    monkeypatch.setattr(Listings, "staff", broken)
    with pytest.raises(UserError, match=r"^Nothing was made:"):
        STAFF[kind](store, out)
    nothing_left(store, out)


@pytest.mark.parametrize("format_", ["csv", "xlsx", "geojson", "kml", "vcard", "hsds"])
def test_a_pin_that_slips_through_stops_an_export(store, out, monkeypatch, format_):
    real = Listings.public

    def broken(self, *said, **more):
        slip = {"marker": HIDDEN_PIN, "place_is_pin": True, "precision": "rooftop"}
        found = real(self, *said, **more)
        return [
            replace(each, **slip) if each.name == "Taquería Quetzal" else each for each in found
        ]

    monkeypatch.setattr(Listings, "public", broken)
    with pytest.raises(UserError, match="more finely than agreed"):
        export(format_)(store, out)
    nothing_left(store, out)


def test_a_packet_without_notes_has_none(store, out, monkeypatch):
    order = packets.PacketOrder(
        out / "x.puertas-packet",
        "piñón maíz acequia adobe luna",
        private=False,
        cost=Cost(64, 1, 1),
    )
    monkeypatch.setattr(packets, "_cleared", lambda entry, *, private: entry)
    with pytest.raises(UserError, match=r"private note|contact person"):
        packets.make_packet(store, order)
    nothing_left(store, out)
    monkeypatch.undo()
    packets.make_packet(store, order)
    packets.make_packet(store, replace(order, path=out / "y.puertas-packet", private=True))


def test_paper_for_a_printer_is_read_as_well(store, out, monkeypatch):
    (event,) = store.events.all()
    choices = Choices(event.id, guides.GuideOptions("sheet", show_map=False))
    real = Listings.public
    monkeypatch.setattr(
        Listings,
        "public",
        lambda self, *said, **more: [
            replace(each, description_en=f"{NOTE}", address_1="4417 Calle Zafiro")
            for each in real(self, *said, **more)
        ],
    )
    with pytest.raises(UserError, match=r"^Nothing was made:"):
        printing.begin(store, choices, {})
    nothing_left(store, out)


def test_the_words_of_an_event_are_its_own(store, out):
    (event,) = store.events.all()
    said = {
        "venue": "Zyxoteca",
        "contact": "Eustaquio, 505-555-0173",
        "address_1": "4417 Calle Zafiro",
    }
    store.events.update(event.id, said)
    guide("sheet")(store, out)


def test_every_kind_that_leaves_can_be_read_back():
    for kind in leaving.KINDS.values():
        for ending in () if kind.sealed else kind.endings:
            assert ending.removeprefix(".") in readback_texts._READERS, kind


@pytest.mark.parametrize("ending", ["csv", "pdf"])
def test_a_recall_list_says_nothing_that_it_need_not(store, out, monkeypatch, ending):
    """It has to name who withdrew; their street and what a note says stay here."""
    luz = store.businesses.search("Panadería Luz")[0].business
    recall = store.consents.recall_list(luz.code)
    withdrawing.save_recall(store, recall, out / f"whole.{ending}")
    monkeypatch.setattr(withdrawing, "as_csv", lambda recall: f"run,name\n1,{recall.name}\n")
    told = {"street": "4417 Calle Zafiro", "note": NOTE}
    for slip in ("street", "note"):
        broken = replace(recall, name=f"Panadería Luz, {told[slip]}")
        with pytest.raises(UserError, match="Nothing was made"):
            withdrawing.save_recall(store, broken, out / f"{slip}.{ending}")
    assert [one.name for one in out.iterdir()] == [f"whole.{ending}"]
