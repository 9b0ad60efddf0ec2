"""Pictures of calls, visit sheets and the history, for tests/ui/shots.py."""

from typing import Any

from tests.ui.shots import Shot


def _queue(window: Any) -> None:
    from directory_app.tasks import verifying

    window.shell.open_page("verify")
    window.session.ask(lambda store: verifying.begin(store, verifying.Batch(months=0)))


def _page(window: Any) -> Any:
    return window.shell.page()


def _answer(*verdicts: str) -> Any:
    def go(window: Any) -> None:
        lines = _page(window).call.lines
        for verdict in verdicts:
            name = lines.active
            _page(window)._answered(name, verdict, "")

    return go


def _end(number: str) -> Any:
    return lambda window: _page(window).call.outcomes.press(number)


def _sheet(window: Any) -> None:
    page = _page(window)
    page.type_sheets()


def _type(window: Any) -> None:
    sheet = _page(window).sheet
    sheet.code.setText(_page(window).read.items[2].row.code)
    sheet._find()


def _some(window: Any) -> None:
    keys = _page(window).sheet.keys
    for name in ("name", "sells"):
        keys.put(name, "right")
    keys.put("hours", "changed", "Tue–Sun 9 am–4 pm")
    keys.at = 2


def _reload(window: Any) -> None:
    _page(window).reload()


def _confirmed(window: Any) -> None:
    page = _page(window)
    for name, line in page.call.lines.lines.items():
        if not line.verdict:
            page._answered(name, "right", "")


def _correct(window: Any) -> None:
    keys = _page(window).sheet.keys
    keys.go(4)
    keys.correction_wanted.emit("hours")


def _worked_on(window: Any) -> None:
    """A business with a morning of steps, one of which was changed since."""

    def work(store: Any) -> None:
        from directory_app.store import Filter
        from directory_app.store.verifying import Checked

        row = store.browser.rows(store.browser.row_ids(Filter()))[2]
        store.businesses.update(row.id, {"opening_hours": "Tu-Su 09:00-16:00", "city": "Taos"})
        store.verification.record(row.id, Checked("no_answer"))
        store.verification.record(row.id, Checked("changed", changes={"city": "Clovis"}))
        rows = store.browser.rows(store.browser.row_ids(Filter()))[:6]
        store.businesses.update_many({each.id: {"takeaway": True} for each in rows})

    window.session.write(work)


def _history(window: Any) -> None:
    window.shell.open_page("history", window.shell.page().table.row(2).id)


def _third(window: Any) -> None:
    _page(window).table.selectRow(3)


def _take_back(window: Any) -> None:
    _page(window).take_back()


CALL = (_queue, _reload, _end("no_answer"), _answer("right", "right"))
SHEET = (_queue, _reload, _sheet, _type, _some)
SHOTS = [
    Shot("verify-begin", (lambda w: w.shell.open_page("verify"),)),
    Shot("verify", CALL),
    Shot(
        "verify-change",
        (*CALL, lambda w: _page(w).call.lines.lines["hours"].correct()),
        variants=("", "-dark"),
    ),
    Shot("verify-number", (*CALL, _end("wrong_number")), variants=("",)),
    Shot("verify-confirmed", (*CALL, _confirmed), variants=("", "-dark")),
    Shot("verify-sheet", SHEET),
    Shot(
        "verify-sheet-half",
        (*SHEET, lambda w: _page(w).sheet.keys.left.emit()),
        variants=("", "-dark", "-es"),
    ),
    Shot("verify-sheet-change", (*SHEET, _correct), variants=("", "-dark", "-es", "-200")),
    Shot("history", (_worked_on, lambda w: w.shell.open_page("history"))),
    Shot("history-one", (_worked_on, _history, _third, _take_back)),
]
