"""The consent page and the print runs: who to ask, lists to call from, what was said of whom."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
from PySide6.QtWidgets import QApplication

from directory_app.model.draft import DraftConsent
from directory_app.store import Store
from directory_app.store.filters import Filter
from directory_app.tasks import exporting
from directory_app.ui import language
from directory_app.ui.pages.consent.consent_page import VIEWS
from directory_app.ui.parts.consent import run_words
from directory_app.ui.parts.consent.ask_dialog import AskDialog
from directory_app.ui.parts.consent.withdraw_dialog import WithdrawDialog
from directory_app.ui.window.main_window import MainWindow
from tests.runs import record
from tests.ui.accessible import unnamed_controls
from tests.ui.waiting import settle

Open = Callable[[Path], MainWindow]
TAQUERIA = "Taquería La Puerta Azul"


def _page(window: MainWindow, key: str) -> Any:
    window.shell.open_page(key)
    settle(window.runner)
    return window.shell.page()


def _rows(page: Any) -> list[Any]:
    return [page.table.rows.row(at).data for at in range(page.table.rows.rowCount())]


def _opened(make_window: Open, path: Path) -> MainWindow:
    window = make_window(path)
    settle(window.runner)
    return window


@pytest.mark.parametrize("view", VIEWS)
def test_each_view_lists_whom_the_store_finds(make_window: Open, sample: Path, view: str) -> None:
    with Store.open(sample) as store:
        wanted = [row.code for row in store.browser.first_rows(Filter(view=view), 500)]
    page = _page(_opened(make_window, sample), "consent")
    page.view.set_value(view)
    page.reload()
    settle(page.session.runner)
    assert [row.code for row in _rows(page)] == wanted
    assert page.ask.isEnabled() == bool(wanted)
    assert unnamed_controls(page) == []


def test_who_is_asked_leaves_the_list(make_window: Open, sample: Path) -> None:
    window = _opened(make_window, sample)
    page = _page(window, "consent")
    page.view.set_value("to_ask")
    page.reload()
    settle(window.runner)
    code = page.table.current().code
    page.ask.click()
    settle(window.runner)
    dialog = window.findChild(AskDialog)
    dialog.refuse.click()
    dialog.asked_by.setEditText("Marisol")
    dialog.record.click()
    settle(window.runner)
    assert code not in [row.code for row in _rows(page)]
    assert page.table.current() is not None  # the next one is at hand


def test_who_was_never_asked_is_offered_to_be_forgotten(make_window: Open, sample: Path) -> None:
    window = _opened(make_window, sample)
    page = _page(window, "consent")
    page.view.set_value("to_ask")
    page.reload()
    settle(window.runner)
    row = page.table.current()
    page.forget.click()
    settle(window.runner)
    dialog = window.findChild(WithdrawDialog)
    assert dialog._recall.code == row.code
    dialog._field().setText(row.code)
    dialog.forget.click()
    settle(window.runner)
    dialog.reject()
    assert row.code not in [one.code for one in _rows(page)]


def test_the_call_list_is_private_and_counted(
    make_window: Open, sample: Path, tmp_path: Path
) -> None:
    window = _opened(make_window, sample)
    page = _page(window, "consent")
    page.view.set_value("to_ask")
    page.reload()
    settle(window.runner)
    names = [row.name for row in _rows(page)]
    page.save_calls(tmp_path / "calls.pdf")
    settle(window.runner)
    document = pdfium.PdfDocument(tmp_path / "calls.pdf")
    text = "".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    assert "PRIVATE" in text.upper()
    assert names[0].split()[0] in text
    with Store.open(sample) as store:
        assert [run.layout for run in store.runs.all()] == ["call-list"]


# -- print runs


def test_the_entry_leads_to_where_it_was_printed(make_window: Open, sample: Path) -> None:
    first, second = _two(sample)
    _printed(sample, [second])
    number = _printed(sample, [first])
    window = _opened(make_window, sample)
    page = window.shell.page()
    names = [page.table.row(at).name for at in range(page.table.rowCount())]
    page.rows.select_place(names.index(first))
    settle(window.runner)
    page.editor._show_runs()
    settle(window.runner)
    runs = window.shell.page()
    runs._search()
    settle(window.runner)
    assert [runs.model.row(at).number for at in range(runs.model.rowCount())] == [number]


def _printed(path: Path, names: list[str]) -> int:
    with Store.open(path, write=True) as store:
        found = {one.business.name: one.business for one in store.businesses.search("")}
        event = store.events.all()[0]
        entries = [
            (found[name].code, {"name": name, "number": at + 1}) for at, name in enumerate(names)
        ]
        return record(
            store,
            event_id=event.id, layout="sheet", languages="en,es", copies=80,
            use_by=store.today() + dt.timedelta(20), sha256="0" * 64, entries=entries,
        ).number  # fmt: skip


def _two(path: Path) -> list[str]:
    """Two businesses that may be printed today."""
    with Store.open(path) as store:
        return [one.name for one in store.listings.public("print", store.today())][:2]


def test_a_run_says_what_it_said_about_whom_and_who_fell_away(
    make_window: Open, sample: Path, tmp_path: Path
) -> None:
    first, second = _two(sample)
    number = _printed(sample, [first, second])
    window = _opened(make_window, sample)
    page = _page(window, "runs")
    page.table.selectRow(0)
    settle(window.runner)
    detail = page.detail
    assert [row.cells[1] for row in _cells(detail)] == [first, second]
    assert "may still be handed out" in detail.told.text()
    business = detail._entries[0].code
    window.session.write(lambda store: _refuse(store, business))
    settle(window.runner)
    assert [row.cells[2] for row in _cells(detail)] == ["said no", ""]
    assert "call the paper back" in detail.told.text()
    assert unnamed_controls(page) == []
    detail.save_to(tmp_path / "run.csv")
    settle(window.runner)
    saved = (tmp_path / "run.csv").read_text("utf-8-sig")
    assert f"1,{business},{first},said no" in saved
    detail.save_to(tmp_path / "run.pdf")
    settle(window.runner)
    assert (tmp_path / "run.pdf").read_bytes().startswith(b"%PDF")
    assert f"{number:04}" in detail.title.whole_text()


def test_an_export_for_the_web_is_called_back_by_a_no_to_the_web(
    make_window: Open, sample: Path, tmp_path: Path
) -> None:
    with Store.open(sample, write=True) as store:
        business = store.businesses.search("Taquería La Puerta Azul")[0].business
        yes = DraftConsent("web", "yes", store.today(), "Marisol")
        store.consents.record(business.id, [yes])
        order = exporting.ExportOrder(tmp_path / "o.html", "html", "web")
        assert exporting.export(store, order).exported >= 1
        store.consents.record(business.id, [replace(yes, answer="no")])
    window = _opened(make_window, sample)
    page = _page(window, "runs")
    page.table.selectRow(0)
    settle(window.runner)
    cells = {row.cells[1]: row.cells[2] for row in _cells(page.detail)}
    assert cells[business.name] == "said no"
    assert "call the paper back" in page.detail.told.text()


def _cells(detail: Any) -> list[Any]:
    return [detail.table.rows.row(at) for at in range(detail.table.rows.rowCount())]


def _refuse(store: Store, code: str) -> None:
    from types import SimpleNamespace

    said = SimpleNamespace(
        channel="print", answer="no", date=store.today(), asked_by="Marisol",
        given_by_role="owner", method="phone", language="es", review_by=None, wording_version="",
    )  # fmt: skip
    store.consents.record(code, [said])


def test_who_withdrew_has_no_name_in_a_run(make_window: Open, sample: Path) -> None:
    first, second = _two(sample)
    _printed(sample, [first, second])
    with Store.open(sample, write=True) as store:
        store.consents.withdraw(
            next(
                one.business.id for one in store.businesses.search("") if one.business.name == first
            )
        )
    window = _opened(make_window, sample)
    page = _page(window, "runs")
    page.table.selectRow(0)
    settle(window.runner)
    assert [row.cells[1:] for row in _cells(page.detail)] == [
        ("withdrew", "withdrew"),
        (second, ""),
    ]


@pytest.mark.parametrize("by", ["number", "event", "business", "nothing"])
def test_a_run_is_looked_up(make_window: Open, sample: Path, by: str) -> None:
    first, second = _two(sample)
    _printed(sample, [first])
    number = _printed(sample, [second])
    with Store.open(sample) as store:
        event = store.events.all()[0].name_en
    text = {"number": f"{number:04}", "event": event, "business": second, "nothing": "qqqq"}[by]
    window = _opened(make_window, sample)
    page = _page(window, "runs")
    page.look_up.setText(text)
    page._search()
    settle(window.runner)
    shown = [page.model.row(at).number for at in range(page.model.rowCount())]
    wanted = {
        "number": [number],
        "event": [number, number - 1],
        "business": [number],
        "nothing": [],
    }
    assert shown == wanted[by]


@pytest.mark.parametrize(
    ("code", "layout", "languages", "said"),
    [
        ("en", "large-print", "en,es", "Large print · English, Spanish"),
        ("es", "large-print", "en,es", "Letra grande · Inglés, Español"),
        ("es", "export-csv", "es", "Exportación (csv) · Español"),
        ("en", "packet", "", "Packet"),
    ],
)
def test_a_run_says_in_words_what_it_was_made_as(
    qapp: QApplication, code: str, layout: str, languages: str, said: str
) -> None:
    language.apply(code)
    told = (run_words.made_as(layout), run_words.in_languages(languages))
    assert " · ".join(filter(None, told)) == said
    language.apply("en")
