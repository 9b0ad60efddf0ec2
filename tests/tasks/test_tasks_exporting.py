"""What would go out, what goes out of a part, and the private file, on a real directory."""

import datetime as dt
import os
from pathlib import Path

import pytest

from directory_app import exporting, importing, tasks
from directory_app.errors import UserError
from directory_app.model.business import Business, Phone
from directory_app.model.consent import Consent
from directory_app.model.contact import Contact
from directory_app.model.draft import DraftConsent, VerdictKind
from directory_app.model.geo import Position
from directory_app.store import Filter, Store
from directory_app.tasks import private_export
from directory_app.tasks.private_export import PrivateOrder, export_private

DAY = dt.date.today() - dt.timedelta(40)


def said(answer: str = "yes", channel: str = "print") -> DraftConsent:
    return DraftConsent(channel, answer, DAY, "Marisol")


@pytest.fixture
def store(tmp_path):
    with Store.create(tmp_path / "ours.puertas", passphrase=None) as store:
        store.people.add("Marisol")
        for number, (name, city, *consents) in enumerate(
            (
                ("Panadería Luz", "Santa Fe", said(), said(channel="map")),
                ("Corte Fino", "Clovis", said()),
                ("Abarrotes Sol", "Clovis", said("no")),
                ("Café Nunca", "Santa Fe"),
                ("Se Fue", "Santa Fe", said("withdrawn")),
            )
        ):
            made = store.businesses.add(
                Business(code="", name=name, city=city, note="Zqxnote", category="bakery"),
                phones=[
                    Phone(business_id="", number=f"+1505555014{number}"),
                    Phone(business_id="", number="+15055550199", confidential=True),
                ],
                consents=list(consents),
                contacts=[Contact(business_id="", name="Zqxcontact", phone="+15055550198")],
            )
            if consents:
                store.businesses.place(
                    made.business.id, Position(35.67, -105.96), "rooftop", "person"
                )
        home = Business(code="", name="Comida de Casa", address_type="home", city="Santa Fe",
                        address_1="77 Zqxhome Ln")  # fmt: skip
        store.businesses.add(
            home, consents=[Consent(business_id="", channel="print", answer="not_asked")]
        )
        yield store


def ahead(store, channel, only=None):
    return tasks.look_ahead(store.browser, channel, only, store.today())


def test_before_an_export_it_is_said_who_goes_and_who_does_not(store):
    found = ahead(store, "print")
    assert (found.wanted, found.goes, found.pins) == (6, 2, 1)
    assert sorted(each.reason for each in found.left_out) == [
        "no", "not_asked", "not_asked", "withdrawn",
    ]  # fmt: skip
    assert found.use_by == store.today() + dt.timedelta(60)
    assert ahead(store, "share").goes == 0


def test_a_part_is_a_filter_or_some_ids(store, tmp_path):
    clovis = Filter(city="Clovis")
    found = ahead(store, "print", clovis)
    assert (found.wanted, found.goes) == (2, 1)
    ids = [row.id for row in store.browser.rows(store.browser.row_ids(clovis))]
    assert ahead(store, "print", ids) == found
    order = tasks.ExportOrder(tmp_path / "o.csv", "csv", "print", only=clovis)
    made = tasks.export(store, order)
    assert (made.exported, [each.name for each in made.left_out]) == (1, ["Abarrotes Sol"])
    text = order.path.read_text("utf-8-sig")
    assert "Corte Fino" in text
    assert "Panadería" not in text


def test_a_private_file_is_marked_numbered_recorded_and_for_its_owner_alone(store, tmp_path):
    made = export_private(store, PrivateOrder(tmp_path / "list.csv", "csv", Filter()))
    assert made.path == tmp_path / "PRIVATE list.csv"
    assert (made.run, made.exported, made.left_out) == (1, 5, 1)
    if os.name != "nt":
        assert made.path.stat().st_mode & 0o777 == 0o600
    (run,) = store.runs.all()
    assert (run.number, run.layout, run.copies) == (1, "private-csv", 1)
    code = store.businesses.search("Café Nunca")[0].business.code
    assert [each.number for each in store.consents.recall_list(code).runs] == [1]
    text = made.path.read_text("utf-8-sig")
    assert "Café Nunca" in text
    assert "Se Fue" not in text, "who withdrew is left alone"
    for secret in ("Zqx", "5550199", "555-0199", "5550198", "555-0198"):
        assert secret not in text


@pytest.mark.parametrize("name", ["csv", "xlsx"])
def test_a_private_file_brings_nothing_back_and_nobodys_yes(store, tmp_path, name):
    made = export_private(store, PrivateOrder(tmp_path / "list", name, Filter()))
    reading = importing.read(made.path)
    assert reading.drafts[0].name == "Abarrotes Sol"
    assert not any(draft.consents for draft in reading.drafts)
    verdicts = importing.match(reading.drafts, store)
    assert {each.kind for each in verdicts} == {VerdictKind.SKIP}, [
        (each.draft.name, each.reason, each.changes) for each in verdicts
    ]


def test_a_private_file_of_nobody_and_of_another_kind_is_refused(store, tmp_path):
    with pytest.raises(UserError, match="Nobody"):
        export_private(store, PrivateOrder(tmp_path / "o", "csv", Filter(text="zzzzzz")))
    with pytest.raises(UserError, match="no “kml”"):
        export_private(store, PrivateOrder(tmp_path / "o", "kml", Filter()))
    inside = store.path / "o.csv"
    with pytest.raises(UserError, match="inside a directory"):
        export_private(store, PrivateOrder(inside, "csv", Filter()))
    assert store.runs.all() == []


def test_it_is_said_before_who_would_be_in_a_private_file(store):
    assert private_export.who_would_go(store.browser, Filter()) == (5, 1)


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ("a.csv", "PRIVATE a.xlsx"),
        ("a.b", "PRIVATE a.b.xlsx"),
        ("PRIVATE x.xlsx", "PRIVATE x.xlsx"),
    ],
)
def test_a_private_path(given, named):
    assert private_export.private_path(Path(given), "xlsx").name == named


def test_each_format_is_a_run_of_its_own(store, tmp_path):
    for number, name in enumerate(exporting.NAMES, start=1):
        made = tasks.export(store, tasks.ExportOrder(tmp_path / f"o.{name}", name, "print"))
        assert made.run == number
    assert {run.layout for run in store.runs.all()} == {f"export-{n}" for n in exporting.NAMES}
