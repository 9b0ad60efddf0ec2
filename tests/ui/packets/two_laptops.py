"""Another laptop for the page of packets: it gets the sample, changes some of it, sends it back."""

import datetime as dt
from pathlib import Path
from typing import Any

from directory_app.model.business import Business
from directory_app.model.draft import DraftConsent, DraftPhone
from directory_app.model.ledger import Said
from directory_app.store import Filter, Store
from directory_app.store.keys import Cost
from directory_app.tasks.packets import (
    PacketOrder,
    apply_packet,
    look_over,
    make_packet,
    open_packet,
)

WORDS = "acequia piñón adobe maíz horno lavanda"
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)


def send(store: Store, path: Path) -> Path:
    """A packet of all that a directory has."""
    make_packet(store, PacketOrder(path, WORDS, cost=CHEAP))
    return path


def bring(store: Store, path: Path) -> None:
    """Take it in as it is offered."""
    apply_packet(store, look_over(store, open_packet(path, WORDS)))


def changed_there(folder: Path, packet: Path) -> Path:
    """The packet that comes back from the other laptop."""
    day = dt.date.today() - dt.timedelta(days=3)
    there = folder / "Clovis.puertas"
    with Store.create(there, passphrase=None, person="Ana") as store:
        bring(store, packet)
        store.people.add("Ana")
        one, two, three, four, five = (row.id for row in store.browser.first_rows(Filter(), 5))
        store.businesses.update(
            one,
            {
                "name": f"{store.businesses.get(one).business.name} de Ana",
                "opening_hours": "Mo-Fr 07:00-14:00; Sa 08:00-12:00",
                "note": "Ring twice, the door at the back",
            },
            phones=[*store.businesses.get(one).phones, DraftPhone("+15055550177")],
        )
        store.consents.record(one, [DraftConsent("print", "no", day, "Ana")])
        again = Said("web", "yes", day, asked_by="Ana", method="phone", asked_again=True)
        store.consents.record(two, [again])
        store.businesses.update(three, {"website": "https://three.example.org"})
        store.consents.withdraw(four)
        store.businesses.delete([five])
        day_before = day - dt.timedelta(days=1)
        store.businesses.add(
            Business(code="", name="Abarrotes La Esperanza", city="Clovis", category="grocery"),
            phones=[DraftPhone("+15055550188")],
            consents=[DraftConsent("print", "yes", day_before, "Ana")],
        )
        like = store.businesses.get(two).business
        store.businesses.add(
            Business(
                code="",
                name=like.name,
                city=like.city,
                address_1="9 Other Plaza",
                website="https://alike.example.org",
                state_province=like.state_province,
            )
        )
        return send(store, folder / "Clovis.puertas-packet")


def change_here(store: Store) -> None:
    """What this laptop changed meanwhile."""
    one = store.browser.first_rows(Filter(), 1)[0].id
    store.businesses.update(
        one, {"name": f"{store.businesses.get(one).business.name} Nueva", "email": "a@b.example"}
    )


def come_back(window: Any) -> Path:
    """All of that with the directory of a window, which must be settled."""
    session = window.shell.session
    folder = session.path.parent
    out = folder / "out.puertas-packet"
    session.write(lambda store: send(store, out))
    from tests.ui.waiting import settle

    settle(window.runner)
    back = changed_there(folder, out)
    session.write(change_here)
    settle(window.runner)
    return back
