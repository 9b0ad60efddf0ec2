"""Pictures of the page of packets, for tests/ui/shots.py."""

from typing import Any

from directory_app.store import Store
from directory_app.tasks.packets import look_over, open_packet
from tests.ui.packets.two_laptops import WORDS, come_back
from tests.ui.shots import Shot


def _open(window: Any) -> None:
    window.shell.open_page("packets")


def _fixed_words(window: Any) -> None:
    window.shell.page().home.words.show_words(WORDS)


def _review(window: Any) -> None:
    back = come_back(window)
    with Store.open(window.shell.session.path) as store:
        window.shell.page().show_review(look_over(store, open_packet(back, WORDS)))


def _row(kind: str) -> Any:
    def go(window: Any) -> None:
        view = window.shell.page().review
        kinds = [view.model.row(at).kind.value for at in range(view.model.rowCount())]
        view.table.setCurrentIndex(view.model.index(kinds.index(kind), 0))

    return go


def _pane(window: Any) -> None:
    window.shell.page().review._to_pane()


def _make(window: Any) -> None:
    window.shell.page().home.make_to(window.shell.session.path.parent / "sample.puertas-packet")


def _apply(window: Any) -> None:
    window.shell.page().review.apply.click()


def _ask(window: Any) -> None:
    window.shell.page().read(window.shell.session.path.parent / "Clovis.puertas-packet")


SHOTS = [
    Shot("packets", (_open, _fixed_words)),
    Shot("packets-open", (_open, _fixed_words, _ask), variants=("", "-es")),
    Shot("packets-made", (_open, _fixed_words, _make), variants=("", "-es")),
    Shot("packets-applied", (_open, _review, _apply), variants=("", "-dark")),
    Shot("packet-review", (_open, _review, _row("changed"))),
    Shot("packet-review-pane", (_open, _review, _row("changed"), _pane), variants=("", "-200")),
    Shot("packet-review-like", (_open, _review, _row("like")), variants=("", "-es")),
    Shot("packet-review-new", (_open, _review, _row("new")), variants=("",)),
    Shot("packet-review-withdrew", (_open, _review, _row("withdrew")), variants=("",)),
]
