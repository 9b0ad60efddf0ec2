"""Exports without a window: who said yes, and nobody else, in every format."""

import csv
import datetime as dt
import hashlib
import html
import io
import json
import os
import zipfile
from pathlib import Path

import pytest

from directory_app import exporting
from directory_app.model.business import Business, Phone
from directory_app.model.contact import Contact
from directory_app.model.draft import DraftConsent, DraftPhone
from directory_app.model.geo import Position
from directory_app.store import Store

DAY = dt.date.today() - dt.timedelta(40)
LONG_AGO = dt.date.today() - dt.timedelta(400)


def said(channel: str, answer: str) -> DraftConsent:
    if answer == "expired":
        return DraftConsent(channel, "yes", LONG_AGO, "Marisol")
    if answer == "nobody asked":
        return DraftConsent(channel, "yes", DAY, "")
    return DraftConsent(channel, answer, DAY, "Marisol")


def business(name: str, **values: object) -> Business:
    usual = {"category": "bakery", "city": "Santa Fe", "state_province": "NM",
             "postal_code": "87505", "address_1": "1420 Cerrillos Rd"}  # fmt: skip
    return Business(code="", name=name, **(usual | values))


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """Two who said yes to everything or to all but the map; and everybody who is left out."""
    path = tmp_path / "ours.puertas"
    channels = ("print", "web", "share")
    with Store.create(path, passphrase=None) as store:
        store.people.add("Marisol")
        for at, name, more in ((1, "Panadería Luz", ("map",)), (2, "=Corte Fino", ())):
            shown = store.businesses.add(
                business(
                    name,
                    note="Zqxnote",
                    assured_by="Zqxassurer",
                    address_1=f"142{at} Cerrillos Rd",  # one house and one number are one owner
                ),
                phones=[
                    DraftPhone(f"+1505555014{at}"),
                    Phone(business_id="", number="+15055550199", confidential=True),
                ],
                consents=[said(each, "yes") for each in (*channels, *more)],
                contacts=[Contact(business_id="", name="Zqxcontact", phone="+15055550198")],
            )
            store.businesses.place(
                shown.business.id, Position(35.671234, -105.965123), "rooftop", "person"
            )
        store.businesses.add(
            business("Comida de Casa", address_type="home", address_1="77 Zqxhome Ln"),
            consents=[said(each, "yes") for each in channels],
        )
        for name in ("no", "withdrawn", "expired", "nobody asked"):
            store.businesses.add(
                business(f"Zqx{name}"), consents=[said(each, name) for each in channels]
            )
        store.businesses.add(business("Zqxnever"))
        # a second person has to look at what is added from now on
        store.people.add("Beto")
        store.businesses.add(
            business("Zqxdraft"), consents=[said(each, "yes") for each in channels]
        )
        gone = store.businesses.add(
            business("Zqxarchived"), consents=[said(each, "yes") for each in channels]
        )
        store.businesses.archive([gone.business.id])
    return path


def contents(path: Path) -> bytes:
    """The bytes of a file, or of everything that is packed in it, with its names."""
    if not zipfile.is_zipfile(path):
        return path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        return b"".join([*map(str.encode, names), *map(archive.read, names)])


@pytest.mark.parametrize("channel", exporting.CHANNELS)
@pytest.mark.parametrize("name", exporting.NAMES)
def test_nobody_leaves_without_a_yes(puertas, ours, tmp_path, name, channel) -> None:
    out = tmp_path / f"out{exporting.known(name).ending}"
    told = puertas.json("export", ours, "--format", name, "--channel", channel, "--out", out)
    assert (told["format"], told["channel"], told["exported"]) == (name, channel, 3)
    assert told["path"] == str(out)
    assert told["cannot_hold"] == list(exporting.cannot_hold(name))
    reasons = [each["reason"] for each in told["left_out"]]
    assert sorted(reasons) == [
        *("archived", "consent_ended", "consent_incomplete", "no"),
        *("not_asked", "not_reviewed", "withdrawn"),
    ]
    data = contents(out)
    assert "Panadería Luz" in html.unescape(data.decode())
    assert b"Zqx" not in data, "somebody who gave no yes, or a private word"
    for number in (b"5550199", b"555-0199", b"5550198", b"555-0198"):
        assert number not in data
    assert data.count(b"35.671234") == (0 if name == "html" else 1)


def test_a_yes_to_one_use_is_none_to_another(puertas, ours, tmp_path) -> None:
    with Store.open(ours, write=True) as store:
        for row in store.businesses.search("Panadería Luz"):
            assert row.business.name == "Panadería Luz"
            store.consents.record(row.business.id, [said("web", "no")])
    out = tmp_path / "o.csv"
    for channel, listed in (("share", 3), ("web", 2)):
        told = puertas.json("export", ours, "--format", "csv", "--channel", channel, "--out", out)
        assert told["exported"] == listed
    assert "Panadería" not in out.read_text("utf-8-sig")


def test_what_is_lost_is_said_before_it_is_done(puertas, ours, tmp_path) -> None:
    ran = puertas("export", ours, "--format", "vcard", "--channel", "share",
                  "--out", tmp_path / "o.vcf")  # fmt: skip
    assert ran.status == 0
    for sentence in exporting.cannot_hold("vcard"):
        assert f"note: vCard 4: {sentence}" in ran.err
    assert "Run 1: 3 businesses" in ran.out
    assert "left out: " in ran.out
    failed = puertas("export", tmp_path / "none.puertas", "--format", "vcard", "--channel", "web",
                     "--out", tmp_path / "o.vcf")  # fmt: skip
    assert failed.status == 2
    assert "note: vCard 4" in failed.err


def test_an_export_is_a_run_that_a_recall_list_names(puertas, ours, tmp_path) -> None:
    out = tmp_path / "o.csv"
    told = puertas.json("export", ours, "--format", "csv", "--channel", "share", "--out", out)
    (row, *_) = csv.DictReader(io.StringIO(out.read_text("utf-8-sig")))
    assert row["Puertas run"] == str(told["run"]) == "1"
    assert row["Use by"] == told["use_by"]
    code = next(each["code"] for each in puertas.json("list", ours)
                if each["name"] == "Panadería Luz")  # fmt: skip
    (run,) = puertas.json("recall", ours, code)["runs"]
    assert (run["number"], run["layout"], run["use_by"]) == (1, "export-csv", told["use_by"])
    with Store.open(ours) as store:
        assert store.runs.all()[0].sha256 == sha256(out)
    left_out = told["left_out"][0]["code"]
    assert puertas.json("recall", ours, left_out)["runs"] == []
    refused = puertas("withdraw", ours, code)
    assert (refused.status, "1 print run names" in refused.err) == (2, True)


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    "inside", ["o.csv", "backups/o.csv", "directory.db", "../b.puertas-backup"]
)
def test_nothing_is_written_into_a_directory(puertas, ours, inside) -> None:
    before = {file: file.read_bytes() for file in ours.rglob("*") if file.is_file()}
    ran = puertas("export", ours, "--format", "csv", "--channel", "web", "--out", ours / inside)
    assert ran.status == 2
    assert "would lie inside a directory" in ran.err
    assert {file: file.read_bytes() for file in ours.rglob("*") if file.is_file()} == before


def test_a_file_that_cannot_be_written_is_no_run(puertas, ours, tmp_path) -> None:
    ran = puertas("export", ours, "--format", "csv", "--channel", "web",
                  "--out", tmp_path / "none" / "o.csv")  # fmt: skip
    assert ran.status == 2
    assert "could not be written" in ran.err
    with Store.open(ours) as store:
        assert store.runs.all() == []


@pytest.mark.parametrize(
    ("format_", "channel", "languages", "word"),
    [
        ("pdf", "web", "en", "--format"),
        ("csv,kml", "web", "en", "--format"),
        ("csv", "map", "en", "--channel"),
        ("csv", "geocode_online", "en", "--channel"),
        ("csv", "web", "fr", "--languages"),
    ],
)
def test_what_there_is_not_is_refused(
    puertas, ours, tmp_path, format_, channel, languages, word
) -> None:
    out = tmp_path / "o"
    ran = puertas("export", ours, "--format", format_, "--channel", channel,
                  "--languages", languages, "--out", out)  # fmt: skip
    assert ran.status == 2
    assert word in ran.err
    assert not out.exists()


def test_an_ending_that_programs_do_not_know_is_told(puertas, ours, tmp_path) -> None:
    ran = puertas("export", ours, "--format", "hsds", "--channel", "share",
                  "--out", tmp_path / "o.hsds")  # fmt: skip
    assert ran.status == 0
    assert "expect HSDS 3 to end in .zip" in ran.err


def test_our_own_import_gives_nobody_of_an_export_a_yes(puertas, ours, tmp_path) -> None:
    out, theirs = tmp_path / "o.csv", tmp_path / "theirs.puertas"
    puertas.json("export", ours, "--format", "csv", "--channel", "share", "--out", out)
    assert puertas("new", theirs, "--plain").status == 0
    assert puertas.json("import", theirs, out)["created"] == 3
    with Store.open(theirs) as store:
        assert {each.business.name for each in store.businesses.search("")} | {"=Corte Fino"} >= {
            "Panadería Luz", "Comida de Casa", "=Corte Fino",
        }  # fmt: skip
    again = tmp_path / "again.geojson"
    told = puertas.json("export", theirs, "--format", "geojson", "--channel", "share",
                        "--out", again)  # fmt: skip
    assert told["exported"] == 0
    assert json.loads(again.read_bytes())["features"] == []


@pytest.mark.skipif(os.name == "nt", reason="rights are POSIX's")
def test_whom_it_is_for_can_read_it(puertas, ours, tmp_path) -> None:
    out = tmp_path / "o.kml"
    puertas.json("export", ours, "--format", "kml", "--channel", "web", "--out", out)
    assert out.stat().st_mode & 0o777 == 0o644


def test_a_search_narrows_it_and_lets_nobody_out(puertas, ours, tmp_path) -> None:
    out = tmp_path / "o.csv"
    told = puertas.json("export", ours, "--format", "csv", "--channel", "web", "--out", out,
                        "--search", "luz or zqxnever")  # fmt: skip
    assert told["exported"] == 1
    assert [each["reason"] for each in told["left_out"]] == ["not_asked"]
    assert "Panadería Luz" in out.read_text("utf-8-sig")
    assert "Zqx" not in out.read_text("utf-8-sig")
    ran = puertas("export", ours, "--format", "csv", "--channel", "web", "--out", out,
                  "--search", "colour:red")  # fmt: skip
    assert ran.status == 2
    assert "cannot be searched for" in ran.err
