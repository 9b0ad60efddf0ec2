"""Hostile names through every page, tooltip and dialog: shown as they are, nothing opened."""

import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QWidget

from directory_app.model.business import Business
from directory_app.store import Store
from directory_app.ui.pages import register
from directory_app.ui.parts.consent.ask_dialog import AskDialog
from directory_app.ui.parts.consent.withdraw_dialog import WithdrawDialog
from directory_app.ui.widgets.base import Label
from directory_app.ui.window.main_window import MainWindow
from tests.runs import record
from tests.ui.waiting import settle

Open = Callable[[Path], MainWindow]
#: A file that anything that reads markup would open.
BAIT = "/puertas-bait.png"
NAMES = {
    "angle": "<El Rincon> Tacos",
    "less": "x<y & z>w",
    "image": f'<img src="{BAIT}">',
    "link": f'<a href="file://{BAIT}">Aquí</a>',
    "bidi": "abc\u202edcba\u2066x",
    "nul": "before\x00after",
    "percent": "%1 {n} %2 {name}",
    "long": "M" * 10_000,
}


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Files of the bait's name and sockets that anybody opened meanwhile."""
    seen: list[str] = []
    watching = [True]

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if not watching[0]:
            return
        if event == "open" and BAIT in str(arguments[0]):
            seen.append(str(arguments[0]))
        if event in {"socket.connect", "socket.getaddrinfo", "socket.sendto"}:
            seen.append(event)

    sys.addaudithook(hook)
    monkeypatch.setattr(socket, "create_connection", lambda *_a, **_k: seen.append("connect"))
    yield seen
    watching[0] = False


@pytest.fixture
def corpus(sample: Path) -> Path:
    """The sample with a business of each hostile name, whom somebody printed once."""
    with Store.open(sample, write=True) as store:
        codes = []
        for name in NAMES.values():
            business = Business(code="", name=name, city=name[:200], address_1=f"1 {name[:200]}")
            business.note = name[:500]
            codes.append(store.businesses.add(business).business)
        record(
            store,
            event_id=store.events.all()[0].id, layout="sheet", languages="en", use_by=store.today(),
            copies=3, sha256="0" * 64,
            entries=[(one.code, {"name": one.name, "number": 1}) for one in codes],
        )  # fmt: skip
        event = store.events.all()[0]
        store.events.update(event.id, {"name_en": NAMES["image"]})
    return sample


def _check(window: QWidget) -> None:
    """No label takes markup for markup, and no tooltip does."""
    labels = window.findChildren(QLabel)
    assert labels
    for label in labels:
        assert label.textFormat() == Qt.TextFormat.PlainText, label
    for widget in window.findChildren(QWidget):
        assert not GuiQt.mightBeRichText(widget.toolTip()), widget.toolTip()[:80]
    window.grab()


def _columns(model: QAbstractItemModel) -> int:
    return model.columnCount(QModelIndex()) if isinstance(model, QAbstractTableModel) else 1


def _words(window: QWidget) -> list[str]:
    said = [label.whole_text() for label in window.findChildren(Label)]
    for view in window.findChildren(QAbstractItemView):
        model = view.model()
        for row in range(min(model.rowCount(QModelIndex()), 60)):
            for column in range(_columns(model)):
                index = model.index(row, column)
                said.append(str(index.data(Qt.ItemDataRole.DisplayRole) or ""))
                said.append(str(index.data(Qt.ItemDataRole.AccessibleTextRole) or ""))
                tip = index.data(Qt.ItemDataRole.ToolTipRole)
                assert tip is None or not GuiQt.mightBeRichText(str(tip)), tip
    return said


@pytest.mark.parametrize("key", [page.key for page in register.PAGES])
def test_every_page_shows_names_as_they_are(
    make_window: Open, corpus: Path, opened: list[str], key: str
) -> None:
    window = make_window(corpus)
    settle(window.runner)
    argument = None
    if key == "guide":
        with Store.open(corpus) as store:
            argument = store.events.all()[0].id
    window.shell.open_page(key, argument)
    settle(window.runner)
    if key == "runs":
        window.shell.page().table.selectRow(0)
        settle(window.runner)
    if key == "directory":
        for _ in range(3):  # rows are read when they are wanted, a page of them after the other
            _words(window)
            settle(window.runner)
    _check(window)
    if key in {"directory", "consent", "runs"}:
        said = _words(window)
        for name in NAMES.values():
            assert any(name in words for words in said), name[:40]
    assert opened == []


def test_paper_says_names_as_they_are(corpus: Path, tmp_path: Path, opened: list[str]) -> None:
    from directory_app.guides import GuideOptions
    from directory_app.tasks import printing, withdrawing

    with Store.open(corpus, write=True) as store:
        choices = printing.Choices("", GuideOptions("call-list"), "all")
        printing.print_to_file(store, choices, tmp_path / "calls.pdf")
        names = {one.business.name: one.business.code for one in store.businesses.search("")}
        for key in ("angle", "less", "image", "percent"):
            recall = store.consents.recall_list(names[NAMES[key]])
            withdrawing.save_recall(store, recall, tmp_path / f"{key}.pdf")
            withdrawing.save_recall(store, recall, tmp_path / f"{key}.csv")
    calls = _text(tmp_path / "calls.pdf")
    for key in ("angle", "less", "percent"):
        assert NAMES[key] in calls
        assert NAMES[key] in _text(tmp_path / f"{key}.pdf")
    assert "<imgsrc=" in _text(tmp_path / "image.pdf").replace(" ", "")
    assert opened == []


def _text(file: Path) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(file)
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return " ".join(text.split())


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_every_dialog_about_a_business_shows_its_name(
    make_window: Open, corpus: Path, opened: list[str], name: str
) -> None:
    with Store.open(corpus) as store:
        found = next(one for one in store.businesses.search("") if one.business.name == name)
    window = make_window(corpus)
    settle(window.runner)
    page = window.shell.page()
    page.show_business(found.business.id)
    settle(window.runner)
    editor = page.editor
    assert editor.who.name.field.text() == name.replace("\x00", editor.who.name.field.text()[6:7])
    _check(window)
    editor.ask()
    settle(window.runner)
    asking = window.findChild(AskDialog)
    assert any(name in words for words in _words(asking))
    _check(asking)
    asking.reject()
    editor.withdraw()
    settle(window.runner)
    leaving = window.findChild(WithdrawDialog)
    assert name in leaving.title.whole_text()
    _check(leaving)
    leaving.reject()
    window.shell.say(f"Moved the pin of {name}", "check", True)
    _check(window)
    assert opened == []
    assert QApplication.activeModalWidget() is None
