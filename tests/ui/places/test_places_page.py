"""Working through places: offline, by hand, by choice; and asking a service that is on."""

import socket
import threading
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from directory_app.model.draft import DraftConsent
from directory_app.store import Store
from directory_app.tasks import placing
from directory_app.ui import language
from directory_app.ui.pages.places import online as online_module
from tests.geocoding.services_on_loopback import nominatim, reply, serving
from tests.ui.accessible import cut_buttons, unnamed_controls
from tests.ui.places.conftest import IN_SANTA_FE, NOT_ASKED, rows_of, switch_on, to_places
from tests.ui.places.waits import until
from tests.ui.waiting import settle

DOUBTFUL, UNKNOWN, SURE = "Mercado La Loma", "Modas Cristal", "Taquería El Farol"


def count(page):
    return page.table.rows.rowCount()


def choose(page, name):
    names = [page.table.rows.row(at).data.name for at in range(count(page))]
    page.table.selectRow(names.index(name))
    settle(page.session.runner)


def find(page):
    page.find_button.click()
    settle(page.session.runner, 20)


def kept(window, name):
    with Store.open(window.session.path) as store:
        return next(
            one.business for one in store.businesses.search("") if one.business.name == name
        )


def test_the_list_says_who_and_why_and_how_near(page):
    found = rows_of(page)
    assert SURE not in found  # it only has to be looked for
    name, address, why, pin = found[UNKNOWN].cells
    assert name == UNKNOWN
    assert "12 Nowhere Lane" in address
    assert "no such street" in why
    assert pin == "No pin"
    assert "More than one place" in found[DOUBTFUL].cells[2]


def test_finding_is_one_step_that_says_what_came_of_it(page, window):
    find(page)
    assert kept(window, SURE).precision in ("rooftop", "interpolated")
    assert "pins placed" in page.told.text()
    assert "in their towns" in page.told.text()
    assert SURE not in rows_of(page)
    assert rows_of(page)[UNKNOWN].cells[3] == "Town"
    window.shell.undo()
    settle(window.runner)
    assert kept(window, SURE).precision is None


def test_two_that_fit_are_offered_and_none_is_taken_before_somebody_does(page, window):
    find(page)
    choose(page, DOUBTFUL)
    assert kept(window, DOUBTFUL).precision == "city"
    choices = page.detail.choices
    assert choices.rows.rowCount() == 2
    assert not page.detail.take.isEnabled()
    assert "%" in choices.rows.row(0).cells[2]
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    QTest.keyClick(choices, Qt.Key.Key_Down)
    wanted = choices.current()
    assert page.detail.take.isEnabled()
    QTest.keyClick(choices, Qt.Key.Key_Return)
    settle(window.runner)
    taken = kept(window, DOUBTFUL)
    assert (taken.latitude, taken.longitude) == (
        wanted.position.latitude, wanted.position.longitude,
    )  # fmt: skip
    assert taken.pin_locked
    assert DOUBTFUL not in rows_of(page)
    window.shell.undo()
    settle(window.runner)
    assert kept(window, DOUBTFUL).precision == "city"
    assert DOUBTFUL in rows_of(page)


def test_the_map_and_the_entry_are_one_key_away(page, window):
    asked = []
    page.wanted.disconnect()
    page.wanted.connect(lambda *both: asked.append(both))
    choose(page, UNKNOWN)
    page.detail.put.click()
    page.detail.entry.click()
    business = kept(window, UNKNOWN)
    assert asked == [("map", business.id), ("directory", (business.id, "place"))]


def test_a_truck_has_no_fixed_place_and_that_can_be_undone(page, window):
    choose(page, UNKNOWN)
    page.detail.no_place.click()
    settle(window.runner)
    assert kept(window, UNKNOWN).address_type == "mobile"
    window.shell.undo()
    settle(window.runner)
    assert kept(window, UNKNOWN).address_type == "physical"


def test_enter_and_esc_go_between_list_and_business(page, window):
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert page.detail.isAncestorOf(window.focusWidget())
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert window.focusWidget() is page.table


@pytest.mark.parametrize("size", [(1280, 820), (683, 384)])
@pytest.mark.parametrize("spoken", ["en", "es"])
def test_all_is_named_and_nothing_is_cut_off(page, window, size, spoken):
    language.apply(spoken)
    window.resize(*size)
    find(page)
    choose(page, DOUBTFUL)
    assert unnamed_controls(window) == []
    assert cut_buttons(page) == []
    page.to_detail()
    settle(window.runner)
    assert cut_buttons(page) == []


@pytest.fixture
def no_sockets(monkeypatch):
    def refuse(*_args, **_more):
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def test_without_a_service_nothing_is_offered_and_nothing_opens_a_socket(no_sockets, page, window):
    assert page.ask.isHidden()
    find(page)
    choose(page, DOUBTFUL)
    page.detail.taken.emit(page.detail.choices.rows.row(0).data)
    settle(window.runner)
    page.ask_service()  # as if it were there
    settle(window.runner)
    assert window.shell.side.list.current_key() == "security"


def open_on(make_window, directory, url):
    switch_on(directory, f"nominatim={url}")
    window = make_window(directory)
    settle(window.runner)
    return window, to_places(window)


def ask(page):
    page.ask.click()
    settle(page.session.runner, 20)
    return page.online.dialog


def test_a_service_that_is_on_is_asked_nothing_by_coming_here(no_sockets, make_window, directory):
    _window, page = open_on(make_window, directory, "http://127.0.0.1:9")
    find(page)
    assert not page.ask.isHidden()
    dialog = ask(page)
    dialog.reject()
    settle(page.session.runner)


def test_it_is_shown_what_leaves_and_to_whom_before_it_does(make_window, directory):
    with serving(nominatim) as server:
        window, page = open_on(make_window, directory, server.url)
        dialog = ask(page)
        shown = [dialog.table.rows.row(at).cells for at in range(dialog.table.rows.rowCount())]
        assert server.queries == []
        assert server.url.removeprefix("http://") in dialog.title.whole_text()
        assert {sent for sent, _name in shown} == {
            "1730 Llano St, Santa Fe, NM", "1732 Llano St, Santa Fe, NM",
        }  # fmt: skip
        assert dialog.rest.text().startswith("3 are left out")
        assert unnamed_controls(dialog) == []
        dialog.reject()
        settle(window.runner)
        assert server.queries == []


def test_sent_is_what_was_shown_and_the_answers_are_one_step(make_window, directory):
    with serving(nominatim) as server:
        window, page = open_on(make_window, directory, server.url)
        dialog = ask(page)
        shown = {dialog.table.rows.row(at).cells[0] for at in range(dialog.table.rows.rowCount())}
        dialog.accept()
        settle(window.runner, 20)
        sent = {", ".join((one["street"], one["city"], one["state"])) for one in server.queries}
        assert sent == shown
        assert not any(name.split()[0] in str(server.queries) for name in IN_SANTA_FE)
        for name in IN_SANTA_FE:
            assert kept(window, name).precision == "rooftop"
        assert kept(window, NOT_ASKED).precision == "city"
        assert "2 requests were sent" in page.told.text()
        assert any("OpenStreetMap" in one for one in page.places.credits)
        window.shell.undo()
        settle(window.runner)
        assert kept(window, "Café Amapola").precision is None
        # what was answered is not sent again
        dialog = ask(page)
        assert dialog.many == 0
        dialog.accept()
        settle(window.runner, 20)
        assert len(server.queries) == 2
        assert kept(window, "Café Amapola").precision == "rooftop"


def test_failures_are_named_by_their_reason(make_window, directory):
    with serving(lambda handler, query: reply(handler, b"<html>", 200)) as server:
        window, page = open_on(make_window, directory, server.url)
        ask(page).accept()
        settle(window.runner, 20)
        assert "2 × The answer was not in the service's format" in page.told.text()
        assert rows_of(page)["Café Amapola"].cells[2].startswith("The answer was not")


def test_a_yes_that_ends_while_others_are_asked_stops_its_own(make_window, directory):
    """Consent is looked at right before each request, not when the list was made."""
    with serving(nominatim) as server:
        window, page = open_on(make_window, directory, server.url)
        dialog = ask(page)
        window.session.write(
            lambda store: store.consents.record(
                next(
                    o.business.id
                    for o in store.businesses.search("")
                    if o.business.name == "Panadería Sol"
                ),
                [_no(store)],
            )
        )
        settle(window.runner)
        dialog.accept()
        settle(window.runner, 20)
        assert [one["street"] for one in server.queries] == ["1730 Llano St"]
        assert kept(window, "Panadería Sol").precision == "city"


def _no(store):
    return DraftConsent("geocode_online", "no", store.today(), "Marisol")


def test_stopping_keeps_what_came_and_the_window_works_meanwhile(make_window, directory):
    """The store is free while the service takes its time; it can be stopped in the midst."""
    go_on, arrived = threading.Event(), threading.Event()

    def slow_second(handler, query):
        if query["street"].startswith("1732"):
            arrived.set()
            go_on.wait(8)
        nominatim(handler, query)

    with serving(slow_second) as server:
        window, page = open_on(make_window, directory, server.url)
        ask(page).accept()
        read = []
        until(arrived.is_set)
        window.session.ask(lambda store: store.businesses.search("Farol"), read.append)
        until(lambda: read)
        assert not page.find_button.isEnabled()
        page.online.job.cancel()
        settle(window.runner, 20)
        go_on.set()
        assert "Stopped" in page.told.text()
        assert kept(window, "Café Amapola").precision == "rooftop"
        assert kept(window, "Panadería Sol").precision == "city"
        assert len(server.queries) == 2


def test_the_service_thread_ends_before_the_store_does(make_window, directory):
    """Closing while it asks does not wait for a store that is gone."""
    arrived = threading.Event()

    def never(handler, query):
        arrived.set()
        threading.Event().wait(3)

    with serving(never) as server:
        window, page = open_on(make_window, directory, server.url)
        ask(page).accept()
        until(arrived.is_set)
        window.close()
    with Store.open(directory) as store:
        assert [one.outcome for one in store.requests.all()] == [online_module.reasons.STOPPED]


@pytest.mark.parametrize("view", ["no_pin", "changed_this_week"])
def test_where_places_are_missing_the_list_leads_to_them(window, view):
    bar = window.shell.page().bar
    assert bar.places.isHidden()
    window.shell.open_page("directory", view)
    settle(window.runner)
    assert bar.places.isVisible()
    bar.places.click()
    settle(window.runner, 20)
    assert window.shell.side.list.current_key() == "places"
    assert UNKNOWN in rows_of(window.shell.page())
    window.shell.open_page("directory", "all")
    settle(window.runner)
    assert bar.places.isHidden()


@contextmanager
def held(window):
    """The store's thread has something else to do meanwhile."""
    go_on = threading.Event()
    window.session.ask(lambda _store: go_on.wait(10))
    try:
        yield
    finally:
        go_on.set()


def test_stopping_before_anything_moved_offers_no_undo(page, window):
    said = []
    page.said.connect(lambda *what: said.append(what))
    with held(window):
        page.find_button.click()
        page._job.cancel()
    settle(window.runner)
    assert said == [("Stopped", "info", False)]
    assert page.find_button.isEnabled()
    assert kept(window, SURE).precision is None


def test_stopping_in_the_midst_places_what_was_found_by_then(page, window, monkeypatch):
    said, job = [], []
    page.said.connect(lambda *what: said.append(what))
    looked = placing.locate

    def stopped_at_the_end(store, progress):
        def tell(done, total, text):
            if total and done == total:
                job[0].cancel()
            progress(done, total, text)

        return looked(store, tell)

    monkeypatch.setattr(placing, "locate", stopped_at_the_end)
    with held(window):
        page.find_places()
        job.append(page._job)
    settle(window.runner)
    assert said == [("Stopped", "info", True)]
    assert "press again" in page.told.text()
    assert kept(window, SURE).precision in ("rooftop", "interpolated")


def test_another_window_that_writes_leaves_this_one_to_look_only(make_window, directory):
    with Store.open(directory, write=True):
        window = make_window(directory)
        window.show_error = lambda _error: None
        settle(window.runner)
        page = to_places(window)
        choose(page, DOUBTFUL)
        assert not page.find_button.isEnabled()
        assert not page.detail.put.isEnabled()
        page.detail.choices.selectRow(0)
        assert not page.detail.take.isEnabled()


def test_a_save_does_not_wait_for_the_list(page, window, monkeypatch, qtbot):
    session, going_on, saved = window.session, threading.Event(), threading.Event()
    business = rows_of(page)[DOUBTFUL].data.id

    def work_list(_store, _progress):
        going_on.set()
        assert saved.wait(20)
        return []

    monkeypatch.setattr(placing, "work_list", work_list)
    page.reload()
    qtbot.waitUntil(going_on.is_set)
    session.write(lambda store: store.businesses.update(business, {"note": "Side door"}))
    qtbot.waitUntil(lambda: kept(window, DOUBTFUL).note == "Side door")
    saved.set()
    settle(session.runner)
