"""Does everything that can be done without a window, in one process, and watches itself.

``python every_verb.py FOLDER``: a directory is filled with canaries, and every verb is run on
it. Written down in FOLDER/said.json are each verb's status and output, every attempt at the
network, and every file that was opened for writing outside FOLDER.
"""

import contextlib
import datetime as dt
import io
import json
import os
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

PLACE = Path(sys.argv[1]).resolve()
DIRECTORY = PLACE / "ours.puertas"
PASSPHRASES = ("zqxpassone acequia burro", "zqxpasstwo cometa dedal")
#: Whoever may be printed; everything else that is said of them is a canary.
PUBLIC = "Panadería Luz del Alba"
NETWORK = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto",
           "socket.bind", "socket.gethostbyaddr", "urllib.Request")  # fmt: skip
attempts: list[str] = []
elsewhere: list[str] = []
temporary: list[str] = []
said: list[dict[str, Any]] = []


def watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event in NETWORK:
        attempts.append(event)
        raise PermissionError("no network in this test")
    if event == "open" and isinstance(arguments[0], str | bytes):
        flags = arguments[2] or 0
        place = Path(os.fsdecode(arguments[0])).absolute()
        writes = flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if writes and place != Path(os.devnull) and not place.is_relative_to(PLACE):
            elsewhere.append(str(place))
        if writes and place.is_relative_to(PLACE / "tmp") and not looks_for_a_library():
            temporary.append(str(place))


def looks_for_a_library() -> bool:
    """Python itself does, by a compiler that writes into an empty file; a keyring asks it to."""
    frame = sys._getframe()
    while frame is not None and Path(frame.f_code.co_filename).parts[-2:] != ("ctypes", "util.py"):
        frame = frame.f_back
    return frame is not None


def canary(number: int) -> str:
    return f"zqxcanary{number:02}"


def fill() -> str:
    """A directory with a canary in every private place; the id of whom withdraws."""
    from directory_app.model.business import Business, Phone
    from directory_app.model.contact import Contact
    from directory_app.model.draft import DraftConsent, DraftPhone
    from directory_app.model.geo import Position
    from directory_app.store import Store
    from directory_app.store.keys import Cost

    day = dt.date.today() - dt.timedelta(days=40)
    where: dict[str, Any] = {"city": "Santa Fe", "state_province": "NM", "postal_code": "87505"}

    def asked(channel: str, answer: str) -> DraftConsent:
        return DraftConsent(channel, answer, day, canary(1))

    with Store.create(DIRECTORY, passphrase=PASSPHRASES[0], cost=Cost(64, 1, 1)) as store:
        store.people.add(canary(2))
        shown = store.businesses.add(
            Business(
                code="", name=PUBLIC, category="bakery", note=canary(3), assured_by=canary(4),
                assured_method=canary(5), address_1="1420 Cerrillos Rd", **where,
            ),
            phones=[
                DraftPhone("+15055550142"),
                Phone(business_id="", number="+15055550199", confidential=True),
            ],
            consents=[asked("print", "yes"), asked("map", "yes")],
            contacts=[
                Contact(business_id="", name=canary(6), role=canary(7), phone=canary(8),
                        email=f"{canary(9)}@example.org", note=canary(10)),
            ],
        )  # fmt: skip
        for number, answer in ((11, "no"), (14, "withdrawn"), (17, "not_asked")):
            store.businesses.add(
                Business(
                    code="", name=f"{canary(number)} Tienda", address_1="1 Main St",
                    alternate_name=canary(number + 1), description_en=canary(number + 2), **where,
                ),
                consents=[asked("print", answer)] if answer != "not_asked" else [],
            )  # fmt: skip
        store.businesses.add(
            Business(code="", name="Costura Paloma", location_visibility="town",
                     address_1=f"77 {canary(20)} Ln", directions_en=canary(21), **where),
            consents=[asked("print", "yes"), asked("map", "yes")],
        )  # fmt: skip
        gone = store.businesses.add(
            Business(code="", name=f"{canary(22)} Mercado", address_1="9 Main St", **where),
            consents=[asked("print", "yes")],
        )
        store.businesses.place(shown.business.id, Position(35.671, -105.965), "rooftop", "person")
        store.drafts.set(shown.business.id, {"name": canary(23)})
        store.saved_lists.add(canary(24), f"text={canary(25)}")
        store.imports.remember_columns("f" * 64, {canary(26): "name"})
        store.businesses.update(shown.business.id, {"note": canary(27)})
        return str(gone.business.id)


def puertas(*arguments: object) -> Any:
    """Run one verb; its JSON answer if it gave one."""
    from directory_app import cli

    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            status = cli.run([str(each) for each in arguments])
        except SystemExit as stopped:
            status = int(stopped.code or 0)
    said.append({"verb": [str(each) for each in arguments], "status": status,
                 "out": out.getvalue(), "err": err.getvalue()})  # fmt: skip
    with contextlib.suppress(ValueError):
        return json.loads(out.getvalue())


def every_verb(gone: str) -> None:
    from directory_app import exporting, guides

    source = PLACE / "source" / "list.csv"
    source.parent.mkdir()
    source.write_text(
        f"Name,City,State,Phone,Notes\n{canary(30)} Foods,Santa Fe,NM,505-555-0177,{canary(31)}\n",
        "utf-8",
    )
    day = dt.date.today() + dt.timedelta(days=12)
    puertas("import", DIRECTORY, source, "--json")
    puertas("locate", DIRECTORY, "--json")
    puertas("near", DIRECTORY, "--address", "1120 Hickox St, Santa Fe, NM", "--json")
    puertas("list", DIRECTORY, "--json")
    event = puertas(
        "event", DIRECTORY, "add", "--name", "Canvass", "--date", day.isoformat(), "--venue",
        "Salón Prueba", "--address", "1120 Hickox St, Santa Fe, NM 87505", "--json",
    )["id"]  # fmt: skip
    puertas("event", DIRECTORY, "list", "--json")
    public = PLACE / "public"
    public.mkdir()
    puertas("preflight", DIRECTORY, "--event", event, "--json")
    for layout in guides.layout_names():
        puertas("guide", DIRECTORY, "--event", event, "--layout", layout, "--out",
                public / f"{layout}.pdf", "--json")  # fmt: skip
    for layout in ("visit-sheets", "call-list"):  # these are for our own people: a private place
        private = PLACE / "private"
        private.mkdir(exist_ok=True)
        puertas("guide", DIRECTORY, "--event", event, "--layout", layout, "--view", "all", "--out",
                private / f"{layout}.pdf", "--json")  # fmt: skip
    puertas("map", DIRECTORY, "--no-list", "--out", public / "dots.pdf", "--json")
    puertas("map", DIRECTORY, "--out", public / "map.pdf", "--json")
    puertas("layouts", "--json")
    puertas("verify", DIRECTORY, "--due", "--json")
    puertas("duplicates", DIRECTORY, "--json")
    puertas("history", DIRECTORY, "--json")
    puertas("wording", DIRECTORY, "--json")
    puertas("map-data", "list", "--json")
    puertas("backup", DIRECTORY, PLACE, "--json")
    saved = Path(puertas("backup", DIRECTORY, "--json")["path"])
    recall = source.with_name("recall.pdf")
    puertas("recall", DIRECTORY, gone, "--json")
    puertas("runs", DIRECTORY, "--json")
    puertas("delete", DIRECTORY, gone, "--yes", "--json")
    puertas("withdraw", DIRECTORY, gone, "--yes", "--keep-like", "--recall", recall, "--json")
    puertas("undo", DIRECTORY, "--json")
    puertas("new", PLACE / "new.puertas", "--json")
    os.environ["PUERTAS_PACKET_PASSPHRASE"] = f"{PASSPHRASES[0]} cometa dedal horno"
    packet = PLACE / "out.puertas-packet"
    puertas("packet", "make", DIRECTORY, "--out", packet, "--json")
    puertas("packet", "open", PLACE / "new.puertas", packet, "--json")
    puertas("packet", "open", PLACE / "new.puertas", packet, "--apply-safe", "--json")
    last = (dt.date.today() + dt.timedelta(30)).isoformat()
    field = PLACE / "field.puertas"
    puertas("field", "make", DIRECTORY, "--out", field, "--until", last, "--json")
    puertas("field", "return", DIRECTORY, field, "--json")
    puertas("field", "list", DIRECTORY, "--json")
    puertas("sample", PLACE / "sample.puertas", "--plain", "--json")
    os.environ["PUERTAS_NEW_PASSPHRASE"] = PASSPHRASES[0]
    puertas("encrypt", PLACE / "sample.puertas", "--json")
    puertas("restore", DIRECTORY, saved, "--preview", "--json")
    puertas("restore", DIRECTORY, saved, "--json")
    for kind in exporting.FORMATS:
        puertas("export", DIRECTORY, "--format", kind.name, "--channel", "print", "--out",
                public / f"export{kind.ending}", "--json")  # fmt: skip
    puertas("backups", DIRECTORY, "--json")
    puertas("check", DIRECTORY, "--json")
    puertas("recovery", DIRECTORY, "--to", PLACE / "code.txt", "--json")
    os.environ["PUERTAS_NEW_PASSPHRASE"] = PASSPHRASES[1]
    puertas("passphrase", DIRECTORY, "--json")
    os.environ["PUERTAS_PASSPHRASE"] = PASSPHRASES[1]
    puertas("rekey", DIRECTORY, "--json")
    puertas("salvage", DIRECTORY, PLACE / "salvaged.puertas", "--json")
    puertas("list", PLACE / "salvaged.puertas", "--json")
    puertas("guide", DIRECTORY, "--event", "none", "--out", public / "no.pdf")  # fails
    os.environ["PUERTAS_PASSPHRASE"] = "zqxpasswrong"
    puertas("list", DIRECTORY)  # fails


def main() -> None:
    os.environ["PUERTAS_PASSPHRASE"] = PASSPHRASES[0]
    os.environ["PUERTAS_PERSON"] = canary(28)
    from directory_app.store import keys

    real = keys.passphrase_slot
    keys.passphrase_slot = lambda key, secret, _: real(key, secret, keys.Cost(64, 1, 1))
    sys.addaudithook(watch)
    every_verb(fill())
    report = {
        "said": said,
        "attempts": attempts,
        "elsewhere": elsewhere,
        "temporary": temporary,
    }
    sys.stdout.write(json.dumps(report))


if __name__ == "__main__":
    main()
