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


CALL = (_queue, _reload, _end("no_answer"), _answer("right", "right"))
SHEET = (_queue, _reload, _sheet, _type, _some)
SHOTS = [
    Shot("verify-begin", (lambda w: w.shell.open_page("verify"),), variants=("", "-es")),
    Shot("verify", CALL),
    Shot(
        "verify-change",
        (*CALL, lambda w: _page(w).call.lines.lines["hours"].correct()),
        variants=("", "-dark"),
    ),
    Shot("verify-number", (*CALL, _end("wrong_number")), variants=("",)),
    Shot("verify-sheet", SHEET),
    Shot("history", (lambda w: w.shell.open_page("history"),)),
]
