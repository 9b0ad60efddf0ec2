"""A packet of a stranger who knows our ids: whatever it says, the directory stays whole."""

import copy
import datetime as dt
import time
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from directory_app.model import packet_json
from directory_app.model.business import Business, Phone
from directory_app.model.contact import Contact
from directory_app.model.draft import DraftConsent
from directory_app.model.packet import BLANK, COLUMNS, Entry, Packet, known_as
from directory_app.model.packet_review import OFFERED, choose
from directory_app.store import Filter, Store
from directory_app.tasks.packets import apply_packet, look_over

TODAY = dt.date(2026, 11, 24)
POOL = [f"01a20ded-8bda-74a1-8c04-00000000000{n}" for n in range(6)]
ids = st.sampled_from(POOL)
words = st.sampled_from(
    ["Tienda Uno", "Tienda Dos", "<b>x</b>", "' OR 1=1 --", "she is undocumented"]
)
days = st.none() | st.dates(dt.date(1950, 1, 1), dt.date(2150, 1, 1))


def blank() -> dict[str, Any]:
    return {name: copy.copy(BLANK.get(name, "")) for name in COLUMNS}


phones = st.fixed_dictionaries(
    {
        "number": st.sampled_from(["+15055550101", "+15055550102", "911"]),
        "extension": st.sampled_from(["", "2"]),
        "type": st.sampled_from(["voice", "fax"]),
        "languages": st.just([]),
        "confidential": st.booleans(),
    }
)
contacts = st.fixed_dictionaries(
    {"id": ids, "name": words, "role": words, "phone": words, "email": words, "note": words}
)
answers = st.fixed_dictionaries(
    {
        "channel": st.sampled_from(["print", "map", "web"]),
        "answer": st.sampled_from(["yes", "no", "withdrawn"]),
        "date": days,
        "asked_by": st.sampled_from(["", "Ana"]),
        "given_by_role": st.just(""),
        "method": st.just(""),
        "language": st.just(""),
        "wording_version": st.just(""),
        "review_by": days,
    }
)
entries = st.builds(
    lambda one, code, values, **more: Entry(one, code, blank() | values, **more),
    ids,
    st.sampled_from(["", "BCDF", "GHJK"]),
    st.fixed_dictionaries(
        {"name": words},
        optional={
            "note": words,
            "address_1": words,
            "city": st.sampled_from(["", "Santa Fe"]),
            "address_type": st.sampled_from(["physical", "home", "postal"]),
            "location_visibility": st.sampled_from(["exact", "none"]),
            "assured_date": days,
            "pin_locked": st.booleans(),
        },
    ),
    phones=st.lists(phones, max_size=3, unique_by=lambda one: (one["number"], one["extension"])),
    contacts=st.lists(contacts, max_size=3),
    answers=st.lists(answers, max_size=3, unique_by=lambda one: one["channel"]),
    archived=st.booleans(),
    also=st.lists(ids, max_size=2).map(tuple),
    merged=st.lists(ids, max_size=2).map(tuple),
    without=st.sampled_from([(), ("note",), ("contacts", "name")]),
)
packets = st.builds(
    Packet,
    st.just("a" * 32),
    st.sampled_from(["b" * 32, "c" * 32]),
    st.just(dt.datetime(2024, 1, 1, tzinfo=dt.UTC)),
    number=st.integers(0, 3),
    entries=st.lists(entries, max_size=5, unique_by=lambda one: one.id),
    withdrew=st.lists(ids.map(known_as), max_size=1).map(tuple),
    deleted=st.lists(ids.map(known_as), max_size=2).map(tuple),
)


def directory(folder: Path) -> Store:
    """Three businesses with ids of the pool, one forgotten, one deleted, one merged away."""
    store = Store.create(folder / f"{time.time_ns()}.puertas", passphrase=None, today=lambda: TODAY)
    for number, one in enumerate(POOL):
        store.businesses.add(
            Business(id=one, code="", name=f"Negocio {number}", address_1="1 Main St"),
            phones=[Phone(number=f"+1505555010{number}", business_id="")],
            consents=[DraftConsent("print", "no" if number == 1 else "yes", TODAY, "Ana")],
            contacts=[Contact(id=POOL[-1 - number], name="Lupe", business_id="")],
        )
    store.consents.withdraw(POOL[3])
    store.businesses.delete([POOL[4]])
    store.duplicates.merge(POOL[0], POOL[5])
    return store


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(packets, min_size=1, max_size=2), st.data())
def test_whatever_a_packet_says_the_directory_stays_whole(
    tmp_path: Path, some: list[Packet], data: st.DataObject
) -> None:
    with directory(tmp_path) as store:
        for packet in some:
            review = look_over(store, packet_json.read(packet_json.write(packet)))
            for row in review.rows:
                if row.kind in OFFERED:
                    row.choice = data.draw(st.sampled_from(OFFERED[row.kind]))
                for line in (*row.lines, *row.held):
                    choose(row, line, take=data.draw(st.sampled_from([True, False, None])))
            apply_packet(store, review)
        there = {
            row.id for row in store.browser.rows(store.browser.row_ids(Filter(view="everything")))
        }
        assert not {POOL[3], POOL[4], POOL[5]} & there
        assert store.businesses.get(POOL[1]).consents["print"].answer in ("no", "withdrawn")
        assert store.check() == []
        assert len({store.businesses.get(one).business.code for one in there}) == len(there)
        for one in there:
            kept = store.businesses.get(one)
            assert kept.business.assured_date is None or (
                kept.business.assured_date <= TODAY + dt.timedelta(days=1)
            )
            if kept.business.address_type == "home":
                assert kept.business.address_1 == ""
        while store.history.undo() is not None:
            pass
        assert store.check() == []
