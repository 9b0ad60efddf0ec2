"""Pictures of what keeps a no final: the clock, asking again, mentions, what was not let in."""

import datetime as dt
from typing import Any

from PySide6.QtWidgets import QApplication

from directory_app.model.draft import DraftConsent
from directory_app.model.recall import PlannedRun
from directory_app.store import Filter, Store
from directory_app.store.clock import ClockTrouble
from tests.ui.shots import Shot

ALL = ("", "-dark", "-es")
#: The row of the sample's taquería.
_PLACE = 15


def _clock(days: int) -> Any:
    def tell(window: Any) -> None:
        today = window.session.today()
        window._tell_of_the_clock(ClockTrouble(today + dt.timedelta(days), today))

    return tell


def _refused(window: Any) -> None:
    """A no of a month ago."""
    row = window.shell.page().table.row(_PLACE)

    def refuse(store: Store) -> None:
        day = store.today() - dt.timedelta(30)
        store.consents.record(row.id, [DraftConsent("web", "no", day, "Marisol")])
        store.consents.record(row.id, [DraftConsent("share", "withdrawn", day, "Marisol")])

    window.session.write(refuse)


def _choose(window: Any) -> None:
    window.shell.page().rows.select_place(_PLACE)


def _ask(window: Any) -> None:
    window.shell.page().editor.ask()


def _dialog() -> Any:
    return QApplication.activeModalWidget()


def _yes(asker: str) -> Any:
    def say(window: Any) -> None:
        dialog = _dialog()
        dialog.resize(min(1000, window.width() - 8), min(dialog.height(), window.height() - 40))
        dialog.answers["web"].set_value("yes")
        dialog.questions.answered.emit()
        dialog.asked_by.setEditText(asker)
        dialog.by_row.look()
        dialog.record.click()

    return say


def _sheet(window: Any) -> None:
    code = window.shell.pages["directory"].table.row(_PLACE).code
    page = window.shell.page()
    page.type_sheets()
    page.sheet.code.setText(code)
    page.sheet._find()


def _sheet_yes(asker: str) -> Any:
    def say(window: Any) -> None:
        sheet = window.shell.page().sheet
        sheet.head.by.setText(asker)
        sheet.head.by_row.look()
        for name in sheet.keys.rows:
            sheet.keys.put(name, "yes" if name == "web" else "skipped")
        sheet.save_sheet()

    return say


def _mentioned(window: Any) -> None:
    """Others speak of the taquería, for certain and perhaps."""
    rows = [window.shell.page().table.row(at) for at in (2, 4, 6)]
    name = window.shell.page().table.row(_PLACE).name

    def write(store: Store) -> None:
        store.businesses.update(rows[0].id, {"note": f"Ask at {name}, they have the key"})
        store.businesses.update(rows[1].id, {"note": "Next to the puerta azul, ring twice"})
        store.businesses.update(
            rows[2].id, {"directions_en": "Behind the blue door of La Puerta Azul"}
        )

    window.session.write(write)


def _withdraw(window: Any) -> None:
    window.shell.page().editor.withdraw()


def _kept_out(window: Any) -> None:
    from directory_app.ui.parts.consent.kept_out_dialog import KeptOut, KeptOutDialog

    taqueria, market = "Taquería La Puerta Azul (line 4)", "Baan Bua Market (line 11)"
    KeptOutDialog(
        [
            KeptOut(taqueria, "print", "refused"),
            KeptOut(taqueria, "map", "refused"),
            KeptOut(market, "print", "future"),
        ],
        window,
    ).open()


def _open(key: str) -> Any:
    return lambda window: window.shell.open_page(key)


def _begun(window: Any) -> None:
    """A run that was begun and not finished."""

    def begin(store: Store) -> None:
        code = store.browser.rows(store.browser.row_ids(Filter()))[0].code
        store.runs.reserve(PlannedRun("call-list", [(code, {"name": "Luz del Alba"})]))

    window.session.write(begin)


def _make_field(window: Any) -> None:
    window.shell.page().make_at(window.session.path.with_name("saturday.puertas"))


def _first_run(window: Any) -> None:
    window.shell.page().table.selectRow(0)


def _list(window: Any) -> None:
    """A list with columns that the directory has no place for."""
    file = window.session.path.with_name("lista.csv")
    file.write_text(
        "Name,City,Regulars,Immigration status,Parking\n"
        "Café Tikal,Santa Fe,Tuesday readers,pending,behind the house\n"
        "Estética Luz,Clovis,none,citizen,on the street\n",
        "utf-8",
    )
    window.shell.open_page("import", file)


def _columns(window: Any) -> None:
    window.shell.page().corrections.change_columns()


SHOTS = [
    Shot("clock-behind", (_clock(-180),), variants=ALL),
    Shot("clock-ahead", (_clock(40),), variants=ALL),
    Shot("ask-again", (_refused, _choose, _ask, _yes("Marisol")), variants=ALL),
    Shot("ask-nobody", (_choose, _ask, _yes("staff")), variants=ALL),
    Shot("sheet-again", (_refused, _open("verify"), _sheet, _sheet_yes("Marisol")), variants=ALL),
    Shot("sheet-nobody", (_open("verify"), _sheet, _sheet_yes("staff")), variants=ALL),
    Shot("withdraw-mentions", (_mentioned, _choose, _withdraw), variants=ALL),
    Shot("kept-out", (_kept_out,), variants=ALL),
    Shot("field", (_open("field"),), variants=ALL),
    Shot("field-made", (_open("field"), _make_field), variants=ALL),
    Shot("run-begun", (_begun, _open("runs"), _first_run), variants=ALL),
    Shot("columns-left-out", (_list, _columns), variants=ALL),
]
