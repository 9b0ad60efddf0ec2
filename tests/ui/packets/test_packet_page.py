"""The page of packets in the real window: made, opened, looked over by keyboard, applied."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from directory_app.model.packet_review import Choice, RowKind
from directory_app.store import Filter, Store, packet_file
from directory_app.tasks.packets import look_over, open_packet
from directory_app.ui import language, steps
from directory_app.ui.pages.packets.packet_page import PacketPage
from directory_app.ui.pages.packets.table import Tab
from directory_app.ui.parts.consent.kept_out_dialog import KeptOutDialog
from directory_app.ui.widgets.base import Label
from directory_app.ui.window.main_window import MainWindow
from tests.ui.accessible import unnamed_controls
from tests.ui.waiting import settle

from .two_laptops import CHEAP, WORDS, come_back


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    seal = packet_file.seal
    monkeypatch.setattr(packet_file, "seal", lambda data, words, _cost: seal(data, words, CHEAP))


@pytest.fixture
def window(make_window: Callable[[Path], MainWindow], sample: Path) -> MainWindow:
    made = make_window(sample)
    settle(made.runner)
    return made


@pytest.fixture
def page(window: MainWindow) -> PacketPage:
    window.shell.open_page("packets")
    settle(window.runner)
    shown = window.shell.page()
    assert isinstance(shown, PacketPage)
    return shown


@pytest.fixture
def reviewing(window: MainWindow, page: PacketPage) -> PacketPage:
    back = come_back(window)
    with Store.open(window.shell.session.path) as store:
        page.show_review(look_over(store, open_packet(back, WORDS)))
    settle(window.runner)
    return page


def pick(page: PacketPage, kind: RowKind) -> None:
    model = page.review.model
    at = next(at for at in range(model.rowCount()) if model.row(at).kind is kind)
    page.review.table.setCurrentIndex(model.index(at, 0))


def side(page: PacketPage, unit: str):
    return next(shown for line, shown in page.review.pane.rows if line.unit == unit)


def taken(page: PacketPage, unit: str) -> bool | None:
    return next(line.take for line, _shown in page.review.pane.rows if line.unit == unit)


def name_here(window: MainWindow) -> str:
    with Store.open(window.shell.session.path) as store:
        return store.browser.first_rows(Filter(text="lupita"), 1)[0].name


# -- making


def test_the_page_tells_what_would_go_and_offers_words(page: PacketPage) -> None:
    told = page.home.contents.text()
    assert "18 businesses" in told and "Private" in told
    assert len(page.home.words.text().split()) == 6
    before = page.home.words.text()
    page.home.words.others.click()
    assert page.home.words.text() != before


def test_a_packet_is_made_and_opens_with_the_words(
    window: MainWindow, page: PacketPage, tmp_path: Path
) -> None:
    out = tmp_path / "a.puertas-packet"
    page.home.make_to(out)
    settle(window.runner)
    assert "Run 0001" in page.home.result.text()
    found = open_packet(out, page.home.words.text())
    assert len(found.entries) == 18
    page.home.words.others.click()
    assert page.home.result.text() == ""


def test_each_packet_has_words_of_its_own(
    window: MainWindow, page: PacketPage, tmp_path: Path
) -> None:
    words = []
    for name in ("a", "b"):
        page.home.make_to(tmp_path / f"{name}.puertas-packet")
        settle(window.runner)
        words.append(page.home.words.text())
        assert open_packet(tmp_path / f"{name}.puertas-packet", words[-1]).entries
    assert words[0] != words[1]


def test_a_part_is_searched_for(window: MainWindow, page: PacketPage, qtbot: QtBot) -> None:
    page.home.which.setFocus()
    qtbot.keyClick(page.home.which, Qt.Key.Key_Right)
    assert page.home.search_field.isVisible()
    page.home.search_field.setText("zzzz")
    qtbot.waitUntil(lambda: "nothing to send" in page.home.contents.text())
    assert not page.home.make.isEnabled()
    page.home.search_field.setText("stale:soon")
    qtbot.waitUntil(lambda: "cannot be searched for" in page.home.contents.text())
    assert not page.home.make.isEnabled()
    page.home.search_field.setText("lupita")
    qtbot.waitUntil(lambda: "1 business," in page.home.contents.text())
    assert page.home.make.isEnabled()


def test_those_chosen_elsewhere_are_offered(window: MainWindow, page: PacketPage) -> None:
    ids = tuple(row.id for row in window.shell.session.browser.first_rows(Filter(), 2))
    window.shell.open_page("packets", ids)
    settle(window.runner)
    assert page.home.which.value() == "chosen"
    assert "2 businesses" in page.home.contents.text()


# -- opening


def test_wrong_words_are_said_under_the_field(
    window: MainWindow, page: PacketPage, tmp_path: Path
) -> None:
    out = tmp_path / "a.puertas-packet"
    page.home.make_to(out)
    settle(window.runner)
    page.read(out)
    dialog = page.dialog
    dialog.field().setText("some other six words of mine")
    dialog.go.click()
    settle(window.runner)
    assert "not right" in dialog.secret.problem.text()
    assert dialog.isVisible() and dialog.go.isEnabled()
    dialog.field().setText(page.home.words.text().upper())
    dialog.go.click()
    settle(window.runner)
    assert page.is_reviewing
    assert page.review.review.same == 18
    assert not page.review.apply.isEnabled()


def test_a_packet_dropped_on_the_window_is_opened(window: MainWindow, tmp_path: Path) -> None:
    out = tmp_path / "a.PUERTAS-packet"
    out.write_bytes(b"no packet")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(out))])
    drop = QDropEvent(
        QPoint(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.shell.dropEvent(drop)
    settle(window.runner)
    page = window.shell.page()
    assert isinstance(page, PacketPage)
    page.dialog.field().setText("x")
    page.dialog.go.click()
    settle(window.runner)
    assert "no packet of Puertas" in page.dialog.secret.problem.text()
    page.dialog.reject()


# -- looking over


def test_rows_say_what_they_are_and_what_waits(reviewing: PacketPage) -> None:
    model = reviewing.review.model
    kinds = [model.row(at).kind for at in range(model.rowCount())]
    assert kinds[:2] == [RowKind.CHANGED, RowKind.LIKE]  # what waits for a person comes first
    assert set(kinds[2:]) == {RowKind.NEW, RowKind.CHANGED, RowKind.WITHDREW, RowKind.GONE}
    assert model.counts()[Tab.CHOOSE.value] == 2
    reviewing.review.show_tab(Tab.CHOOSE)
    assert model.rowCount() == 2


def test_the_keyboard_alone_chooses_a_side(reviewing: PacketPage, qtbot: QtBot) -> None:
    view = reviewing.review
    pick(reviewing, RowKind.CHANGED)
    changes = view.review.counts()["changes"]
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    name = side(reviewing, "name")
    assert QApplication.focusWidget() is name
    assert "nothing is chosen yet" in name.accessibleName()
    qtbot.keyClick(name, Qt.Key.Key_Right)
    assert taken(reviewing, "name") is True
    assert "the packet’s is taken" in name.accessibleName()
    assert view.review.counts()["changes"] == changes + 1
    qtbot.keyClick(name, Qt.Key.Key_Left)
    assert taken(reviewing, "name") is False
    qtbot.keyClick(name, Qt.Key.Key_Escape)
    assert view.table.hasFocus()


def test_a_no_is_shown_and_has_no_choice(reviewing: PacketPage, qtbot: QtBot) -> None:
    pick(reviewing, RowKind.CHANGED)
    told = side(reviewing, "consent:print")
    assert told.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert "A no always wins" in told.accessibleDescription()
    qtbot.mouseClick(told, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert taken(reviewing, "consent:print") is True


def test_what_looks_alike_is_decided_by_a_person(reviewing: PacketPage, qtbot: QtBot) -> None:
    pick(reviewing, RowKind.LIKE)
    pane = reviewing.review.pane
    row = reviewing.review.row()
    assert row.choice is Choice.UNDECIDED and pane.rows
    assert all(line.fixed for line, _shown in pane.rows)
    pane.choice.setFocus()
    qtbot.keyClick(pane.choice, Qt.Key.Key_Right)
    assert row.choice is Choice.SAME
    assert pane.choice.hasFocus()
    assert any(not line.fixed for line, _shown in pane.rows)


def test_one_press_settles_all_conflicts(reviewing: PacketPage) -> None:
    view = reviewing.review
    view.theirs.trigger()
    assert all(line.take for row in view.review.rows for line in row.lines if line.open)
    assert sum(line.open for row in view.review.rows for line in row.lines) == 0


def test_nothing_is_written_before_apply(window: MainWindow, reviewing: PacketPage) -> None:
    before = window.shell.session.browser.version()
    reviewing.review.theirs.trigger()
    reviewing.cancel()
    settle(window.runner)
    assert window.shell.session.browser.version() == before
    assert not reviewing.is_reviewing


def test_apply_is_one_step_and_undo_takes_it_back(
    window: MainWindow, reviewing: PacketPage
) -> None:
    before = name_here(window)
    reviewing.review.theirs.trigger()
    reviewing.review.apply.click()
    settle(window.runner)
    assert not reviewing.is_reviewing
    assert name_here(window).endswith("de Ana")
    assert "1 added" in reviewing.home.done.text()
    assert "Withdrew on the other laptop" in reviewing.home.withdrew.text()
    label = None

    def keep(found: object) -> None:
        nonlocal label
        label = found

    window.shell.session.undo(keep)
    settle(window.runner)
    assert str(label) == "Packet from Ana"
    assert name_here(window) == before


def test_a_change_of_the_directory_meanwhile_is_compared_again(
    window: MainWindow, reviewing: PacketPage
) -> None:
    view = reviewing.review
    view.theirs.trigger()
    pick(reviewing, RowKind.CHANGED)
    one = view.row().target
    window.shell.session.write(
        lambda store: store.businesses.update(one, {"website": "https://x.example"})
    )
    settle(window.runner)
    row = next(row for row in view.review.rows if row.target == one)
    chosen = {line.unit: line.take for line in row.lines}
    assert chosen["name"] is True  # what was chosen stays chosen
    assert chosen["website"] is False


def test_the_step_has_its_words() -> None:
    from directory_app.store.labels import StepLabel

    assert steps.words(StepLabel("packet", "Ana")) == "Packet from Ana"


def test_what_the_directory_shows_can_be_sent(window: MainWindow) -> None:
    window.shell.open_page("directory", Filter(text="lupita"))
    settle(window.runner)
    window.shell.do("packet")
    settle(window.runner)
    page = window.shell.page()
    assert isinstance(page, PacketPage)
    assert page.home.which.value() == "chosen"
    assert "1 business," in page.home.contents.text()


def test_a_packet_in_which_nothing_differs_says_so(
    window: MainWindow, page: PacketPage, tmp_path: Path
) -> None:
    out = tmp_path / "a.puertas-packet"
    page.home.make_to(out)
    settle(window.runner)
    with Store.open(window.shell.session.path) as store:
        page.show_review(look_over(store, open_packet(out, page.home.words.text())))
    assert page.review.empty.isVisible() and not page.review.table.isVisible()
    page.review.empty.button.click()
    assert not page.is_reviewing


def test_what_was_chosen_is_there_again_after_a_lock(
    window: MainWindow, reviewing: PacketPage
) -> None:
    folder = window.shell.session.path.parent
    reviewing._path = folder / "Clovis.puertas-packet"
    reviewing.review.theirs.trigger()
    pick(reviewing, RowKind.LIKE)
    reviewing.review._decide(Choice.NEW.value)
    kept = reviewing.unfinished()
    assert "Lupita" not in str(kept) and WORDS not in str(kept)
    chosen = reviewing.review.review.counts()
    reviewing.cancel()
    assert reviewing.unfinished() == {}
    reviewing.take_up(kept)
    reviewing.dialog.field().setText(WORDS)
    reviewing.dialog.go.click()
    settle(window.runner)
    assert reviewing.is_reviewing
    assert reviewing.review.review.counts() == chosen
    reviewing.cancel()
    kept["packet"]["path"] = str(folder / "gone.puertas-packet")
    reviewing.take_up(kept)
    assert not reviewing.is_reviewing


@pytest.mark.parametrize("code", ["en", "es"])
def test_every_control_of_a_packet_has_a_name(
    window: MainWindow, reviewing: PacketPage, code: str
) -> None:
    language.apply(code)
    settle(window.runner)
    view = reviewing.review
    for at in range(view.model.rowCount()):
        view.table.setCurrentIndex(view.model.index(at, 0))
        assert unnamed_controls(reviewing) == []
    reviewing.read(window.shell.session.path.parent / "Clovis.puertas-packet")
    assert unnamed_controls(reviewing.dialog) == []
    reviewing.dialog.reject()


def test_an_answer_that_is_not_let_in_is_shown_with_whose_it_is_and_why(
    window: MainWindow, page: PacketPage
) -> None:
    """The other laptop's clock is ahead: a yes of tomorrow opens no door."""
    packet = open_packet(come_back(window), WORDS)
    (new,) = [one for one in packet.entries if one.values["name"] == "Abarrotes La Esperanza"]
    (said,) = new.answers
    said["date"] = window.shell.session.today() + dt.timedelta(days=1)
    with Store.open(window.shell.session.path) as store:
        page.show_review(look_over(store, packet))
    page.review.theirs.trigger()
    page.review.apply.click()
    settle(window.runner)
    dialog = window.findChild(KeptOutDialog)
    told = [label.whole_text() for label in dialog.findChildren(Label)]
    assert "Abarrotes La Esperanza" in told
    assert "Print: this yes has a day that is still to come." in told
    dialog.close_button.click()
