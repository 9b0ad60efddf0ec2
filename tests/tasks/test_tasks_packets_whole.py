"""Packets of any contents go over and come back; what a full disk or a killed laptop does."""

import contextlib
import datetime as dt
import os
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from directory_app.errors import UserError
from directory_app.model.business import Business, Phone
from directory_app.model.contact import Contact
from directory_app.model.draft import DraftConsent
from directory_app.model.packet_review import settle
from directory_app.store import Filter, Store
from directory_app.store.keys import Cost
from directory_app.tasks.packets import (
    PacketOrder,
    apply_packet,
    contents,
    look_over,
    make_packet,
    open_packet,
)

ROOT = Path(__file__).resolve().parents[2]
TODAY = dt.date(2026, 11, 24)
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
WORDS = "acequia piñón adobe maíz horno lavanda"
RANK = {"not_asked": 0, "yes": 1, "no": 2, "withdrawn": 3}

plain = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\0"), max_size=20
)
names = plain.filter(lambda text: bool(text.strip()))
numbers = st.integers(100, 199).map(lambda last: f"+150555501{last:03}"[:12])
consents = st.builds(
    DraftConsent,
    st.sampled_from(["print", "map", "web", "share", "geocode_online"]),
    st.sampled_from(["yes", "no", "withdrawn"]),
    st.none() | st.dates(dt.date(2026, 1, 1), dt.date(2026, 11, 24)),
    st.sampled_from(["", "Ana", "Marisol"]),
)
fields = st.fixed_dictionaries(
    {},
    optional={
        "alternate_name": plain,
        "email": plain,
        "cuisine": st.lists(plain, max_size=3),
        "languages": st.lists(st.sampled_from(["es", "en", "vi", "Mixteco"]), max_size=3),
        "address_1": plain,
        "city": st.sampled_from(["Santa Fe", "Clovis", ""]),
        "address_type": st.sampled_from(["physical", "home", "mobile"]),
        "location_visibility": st.sampled_from(["exact", "street", "town", "none"]),
        "opening_hours": st.sampled_from(["", "Mo-Fr 08:00-17:00", "24/7"]),
        "takeaway": st.sampled_from([None, True, False]),
        "status": st.sampled_from(["active", "closed"]),
        "assured_date": st.none() | st.dates(dt.date(2025, 1, 1), TODAY),
    },
)
SLOW = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def two(folder: Path) -> tuple[Store, Store]:
    place = folder / str(time.time_ns())
    place.mkdir()
    here, there = (
        Store.create(place / f"{name}.puertas", passphrase=None, today=lambda: TODAY)
        for name in ("here", "there")
    )
    return here, there


def send(store: Store) -> Path:
    path = store.path.with_name(f"{store.path.stem}-{store.runs.next_number()}.puertas-packet")
    return make_packet(store, PacketOrder(path, WORDS, cost=CHEAP)).path


def bring(store: Store, path: Path, theirs: bool | None = None) -> Any:
    review = look_over(store, open_packet(path, WORDS))
    if theirs is not None:
        settle(review.rows, theirs=theirs)
    return apply_packet(store, review)


def fill(store: Store, data: Any) -> list[str]:
    ids = []
    for _ in range(3):
        made = store.businesses.add(
            Business(code="", name=data.draw(names), **data.draw(fields)),
            phones=[Phone(number=one, business_id="") for one in data.draw(st.sets(numbers))],
            consents=data.draw(st.lists(consents, max_size=3)),
            contacts=[Contact(name=data.draw(plain), business_id="")],
        )
        ids.append(str(made.business.id))
    return ids


def change(store: Store, ids: list[str], data: Any) -> None:
    for _ in range(data.draw(st.integers(0, 3))):
        one = data.draw(st.sampled_from(ids))
        kind = data.draw(st.sampled_from(["fields", "phones", "consent"]))
        if kind == "fields":
            store.businesses.update(one, data.draw(fields))
        elif kind == "phones":
            some = data.draw(st.sets(numbers, max_size=3))
            store.businesses.update(
                one, {}, phones=[Phone(number=each, business_id="") for each in some]
            )
        else:
            with contextlib.suppress(UserError):  # a yes on or before the day of a no
                store.consents.record(one, [data.draw(consents)])


def told(store: Store) -> dict[str, Any]:
    """Everything of every business, but for what belongs to one laptop alone."""
    own = {"row_id", "last_modified", "version", "review_state", "geocoded_at"}
    found = {}
    for each in store.businesses.search(""):
        found[str(each.business.id)] = (
            each.business.model_dump(exclude=own),
            sorted((one.number, one.confidential) for one in each.phones),
            sorted(one.name for one in each.contacts),
            {
                channel: one.model_dump(exclude={"id", "business_id", "recorded_at"})
                for channel, one in each.consents.items()
            },
        )
    return found


@SLOW
@given(st.data())
def test_any_directory_goes_over_whole_and_comes_back_without_a_change(
    tmp_path: Path, data: st.DataObject
) -> None:
    here, there = two(tmp_path)
    with here, there:
        fill(here, data)
        before = told(here)
        path = send(here)
        packet = open_packet(path, WORDS)
        inside = contents(here, PacketOrder(path, WORDS))
        assert (inside.businesses, inside.phones, inside.answers, inside.contacts) == (
            3,
            *(
                sum(len(getattr(entry, name)) for entry in packet.entries)
                for name in ("phones", "answers", "contacts")
            ),
        )
        review = look_over(there, packet)
        assert apply_packet(there, review).added == 3
        assert told(there) == before
        back = look_over(here, open_packet(send(there), WORDS))
        assert (back.rows, back.same) == ([], 3)


@SLOW
@given(st.data(), st.sampled_from([None, True, False]))
def test_after_any_changes_no_side_has_more_yes_than_both_and_a_second_look_is_quiet(
    tmp_path: Path, data: st.DataObject, theirs: bool | None
) -> None:
    here, there = two(tmp_path)
    with here, there:
        ids = fill(here, data)
        bring(there, send(here))
        change(here, ids, data)
        change(there, ids, data)
        said = [_answers(store, ids) for store in (here, there)]
        path = send(there)
        bring(here, path, theirs)
        got = _answers(here, ids)
        for key, rank in got.items():
            strictest = max(one[key] for one in said)
            assert rank == strictest if strictest >= RANK["no"] else rank <= strictest, key
        again = look_over(here, open_packet(path, WORDS))
        assert sum(row.changes for row in again.rows) == 0
        homes = [store.businesses.get(one).business for store in (here,) for one in ids]
        assert all(not one.address_1 for one in homes if one.address_type == "home")


def _answers(store: Store, ids: list[str]) -> dict[tuple[str, str], int]:
    found = {}
    for one in ids:
        consents_ = store.businesses.get(one).consents
        for channel in ("print", "map", "web", "share", "geocode_online"):
            answer = consents_[channel].answer if channel in consents_ else "not_asked"
            found[one, channel] = RANK[answer]
    return found


# -- the disk, and a killed laptop


def test_nothing_of_a_business_stands_in_the_file(tmp_path: Path) -> None:
    here, there = two(tmp_path)
    with here, there:
        here.businesses.add(
            Business(
                code="",
                name="zqxcanary01",
                address_1="zqxcanary02",
                note="zqxcanary03",
                email="zqxcanary04",
            ),
            phones=[Phone(number="+15055550142", business_id="")],
            contacts=[Contact(name="zqxcanary05", phone="zqxcanary06", business_id="")],
            consents=[DraftConsent("print", "yes", TODAY, "zqxcanary07")],
        )
        here.set_person("zqxcanary08")
        data = send(here).read_bytes()
        assert b"zqxcanary" not in data
        assert b"5055550142" not in data
        assert str(here.businesses.search("")[0].business.id).encode() not in data
        assert here.businesses.search("")[0].business.code.encode() not in data
        assert b"here" not in data


def test_a_full_disk_leaves_neither_file_nor_run(tmp_path: Path, small_disk: Path) -> None:
    here, there = two(tmp_path)
    with here, there:
        here.businesses.add(
            Business(
                code="",
                name="El Nopal",
                note="".join(random.choices("bcdfghjklmnpqrstvwxz", k=80_000)),
            )
        )
        path = small_disk / "a.puertas-packet"
        (small_disk / "full").write_bytes(os.urandom(3 * 1024 * 1024 - 16_384))
        with pytest.raises(UserError, match="could not be written"):
            make_packet(here, PacketOrder(path, WORDS, cost=CHEAP))
        assert here.runs.all() == []
        assert [each.name for each in small_disk.iterdir()] == ["full"]


APPLY = """
import sys
from pathlib import Path
from directory_app.store import Store
from directory_app.tasks.packets import apply_packet, look_over, open_packet
with Store.open(sys.argv[1], write=True) as store:
    review = look_over(store, open_packet(Path(sys.argv[2]), sys.argv[3]))
    print("ready", flush=True)
    apply_packet(store, review)
print("done", flush=True)
"""


def test_killed_at_any_moment_a_packet_is_in_whole_or_not_at_all(tmp_path: Path) -> None:
    here, there = two(tmp_path)
    with here, there:
        for number in range(400):
            here.businesses.add(Business(code="", name=f"Tienda {number}"))
        path = send(here)
    choose = random.Random(7)
    for _ in range(6):
        process = subprocess.Popen(
            [sys.executable, "-c", APPLY, str(there.path), str(path), WORDS],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(choose.uniform(0, 0.3))
        process.kill()
        process.communicate()
        with Store.open(there.path, write=True) as store:
            assert store.browser.count(Filter()) in (0, 400)
            assert store.check() == []
            if store.browser.count(Filter()):
                store.history.undo()
                assert store.browser.count(Filter(view="everything")) == 0
                process = None


def test_what_is_not_finished_is_not_begun(tmp_path: Path) -> None:
    here, there = two(tmp_path)
    with here, there:
        for number in range(120):
            here.businesses.add(Business(code="", name=f"Tienda {number}"))
        review = look_over(there, open_packet(send(here), WORDS))

        class StopError(Exception):
            pass

        def stop(done: int, total: int, text: str) -> None:
            if done >= 50:
                raise StopError

        with pytest.raises(StopError):
            apply_packet(there, review, stop)
        assert there.browser.count(Filter(view="everything")) == 0
        assert apply_packet(there, review).added == 120
