"""A table with its detail beside it or in its place: the same keys on each page that has one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from directory_app.model.business import Business
from directory_app.store import Store
from tests.runs import record
from tests.ui.waiting import settle

PAGES = ("history", "places", "runs")


def _something_for_each(path):
    with Store.open(path, write=True) as store:
        store.businesses.add(
            Business(code="", name="Nowhere", address_1="12 Zqx St", city="Zqxville")
        )
        record(
            store,
            event_id=None, layout="sheet", languages="en", use_by=store.today(), copies=1,
            sha256="0" * 64, entries=[],
        )  # fmt: skip


@pytest.fixture(params=PAGES)
def page(request, make_window, sample):
    _something_for_each(sample)
    window = make_window(sample)
    settle(window.runner)
    window.shell.open_page(request.param)
    settle(window.runner, 20)
    page = window.shell.page()
    page.table.selectRow(0)
    settle(window.runner)
    return page


def test_both_are_seen_where_there_is_room(page):
    page.window().resize(1280, 820)
    settle(page.session.runner)
    assert page.table.isVisible()
    assert page.detail.isVisible()
    assert not page.back_button.isVisible()


def test_where_it_is_narrow_enter_goes_in_and_esc_and_the_button_come_back(page):
    page.window().resize(660, 500)
    settle(page.session.runner)
    assert (page.table.isVisible(), page.detail.isVisible()) == (True, False)
    for leave in (
        lambda: QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Escape),
        page.back_button.click,
    ):
        page.table.setFocus()
        QTest.keyClick(page.table, Qt.Key.Key_Return)
        assert (page.table.isVisible(), page.detail.isVisible()) == (False, True)
        assert page.detail.isAncestorOf(page.window().focusWidget())
        leave()
        assert (page.table.isVisible(), page.detail.isVisible()) == (True, False)
        assert page.window().focusWidget() is page.table


def test_esc_with_nothing_chosen_is_left_to_the_window(page, monkeypatch):
    monkeypatch.setattr(page, "is_chosen", lambda: False)
    page.in_detail = True
    page.fit()
    assert not page.in_detail
    assert page.detail.isHidden()
