"""Does in the real window what a morning brings, in one process, and watches itself.

``python every_page.py FOLDER``: the directory of tests/cli/every_verb.py, full of canaries, is
unlocked; every page of the register is visited; something is typed, edited, searched, imported,
asked, printed to a file, undone, locked and closed. Told as JSON: the pages seen, attempts at
the network, files opened for writing outside FOLDER, and failures.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "cli"))
import every_verb

DIRECTORY, PLACE = every_verb.DIRECTORY, every_verb.PLACE
#: Where the desktop's buses are said to be.
BUS = str(PLACE / "no-bus")
failures: list[str] = []
seen: list[str] = []


def settle(window: Any) -> None:
    from tests.ui.waiting import settle as wait

    wait(window.runner, 10)


def open_page(window: Any, key: str, argument: Any = None) -> Any:
    window.shell.open_page(key, argument)
    settle(window)
    page = window.shell.page()
    seen.append(window.shell._page_key())
    return page


def edit(window: Any, business: str) -> None:
    """Search, open, type and leave; take it back."""
    page = open_page(window, "directory")
    page.box.line.setText("panaderia")
    settle(window)
    page.open(business)
    settle(window)
    editor = page.editor
    editor.who.name.field.setText(f"{every_verb.PUBLIC} zqxcanary60")
    editor.save(editor.who)
    settle(window)
    window.shell.undo()
    settle(window)
    editor.notes.note.field.setPlainText("zqxcanary61")  # typed, and not saved before the lock


def bring_in(window: Any) -> None:
    """A list with canaries, looked over and applied."""
    source = PLACE / "source" / "list.csv"
    source.parent.mkdir()
    source.write_text(
        "Name,City,State,Phone,Notes\nzqxcanary62 Foods,Santa Fe,NM,505-555-0177,zqxcanary63\n",
        "utf-8",
    )
    page = open_page(window, "import", source)
    page.apply()
    settle(window)


def hand_out(window: Any, event: str) -> None:
    """The guide of an event, saved in two layouts."""
    page = open_page(window, "guide", event)
    public = PLACE / "public"
    public.mkdir()
    for layout in ("sheet", "booklet"):
        page.options.layouts.set_value(layout)
        page.options.layouts.chosen.emit(layout)
        settle(window)
        page.save_to(public / f"{layout}.pdf")
        settle(window)


def export(window: Any) -> None:
    """Who said yes, in each format; the rows that are shown, copied."""
    from directory_app import exporting

    page = open_page(window, "export")
    for name in exporting.NAMES:
        page.options.kinds.set_value(name)
        page.options.kinds.chosen.emit(name)
        page.options._change_channel("print")
        settle(window)
        page.save_to(PLACE / "public" / f"export{exporting.known(name).ending}")
        settle(window)
    page = open_page(window, "directory")
    page.rows.selectAll()
    page.deeds.copy()
    settle(window)


def ask(window: Any, business: str) -> None:
    """The conversation, recorded."""
    from PySide6.QtWidgets import QApplication

    page = open_page(window, "directory", business)
    page.editor.ask()
    settle(window)
    dialog = QApplication.activeModalWidget()
    dialog.answers["web"].set_value("no")
    dialog.asked_by.setEditText("zqxcanary64")
    dialog._record()
    settle(window)


def with_event() -> tuple[str, str]:
    """The ids of an event in twelve days, and of whom may be printed."""
    import datetime as dt

    from directory_app.model.event import Event
    from directory_app.store import Store

    day = dt.date.today() + dt.timedelta(days=12)
    with Store.open(DIRECTORY, passphrase=every_verb.PASSPHRASES[0], write=True) as store:
        event = store.events.add(Event(name_en="Canvass", date=day))
        return event.id, store.businesses.search(every_verb.PUBLIC)[0].business.id


def unlocked() -> Any:
    from directory_app.ui.window.main_window import MainWindow

    window = MainWindow()
    window.resize(1280, 820)
    window.start_again = lambda _path: None
    window.show_error = lambda error: failures.append(repr(error))
    window.runner.unhandled.connect(lambda error: failures.append(repr(error)))
    window.open(DIRECTORY)
    window.show()
    window.centralWidget().field.setText(every_verb.PASSPHRASES[0])
    window.centralWidget().unlock.click()
    settle(window)
    return window


def every_page(event: str, business: str) -> None:
    from directory_app.ui.pages import register

    window = unlocked()
    edit(window, business)
    for entry in register.PAGES:
        open_page(window, entry.key)
        window.grab()
    bring_in(window)
    hand_out(window, event)
    export(window)
    ask(window, business)
    window.shell.show_palette()
    settle(window)
    from PySide6.QtWidgets import QApplication

    dialog = QApplication.activeModalWidget()
    dialog.field.setText("zqxcanary11")
    settle(window)
    dialog.reject()
    open_page(window, "directory", business)
    window.shell.page().editor.notes.note.field.setPlainText("zqxcanary61")
    window.lock()  # and a window after it, with what was typed
    again = unlocked()
    settle(again)
    seen.append(again.shell.page().editor.notes.note.field.toPlainText())
    again.shell.page().editor.notes.note.field.setPlainText("")
    again.close()


def main() -> None:
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "PUERTAS_SETTINGS": str(PLACE / "settings.json")}
    from directory_app.store import keys

    real = keys.passphrase_slot
    keys.passphrase_slot = lambda key, secret, _: real(key, secret, keys.Cost(64, 1, 1))
    every_verb.fill()
    event, business = with_event()
    from directory_app.ui.app import prepare

    # the desktop's own buses are on this machine: they are greeted, and nowhere else is
    for bus in ("DBUS_SYSTEM_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS"):
        os.environ[bus] = f"unix:path={BUS}"

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if event != "socket.connect" or arguments[1] != BUS:
            every_verb.watch(event, arguments)

    prepare(["puertas"])
    sys.addaudithook(watch)
    every_page(event, business)
    told = {
        "seen": seen,
        "failures": failures,
        "attempts": every_verb.attempts,
        "elsewhere": every_verb.elsewhere,
        "temporary": every_verb.temporary,
    }
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
