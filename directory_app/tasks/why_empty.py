"""Why a table is empty: which of the filters it is that leaves nothing. For a worker.

Loaded when something leaves nothing.
"""

from dataclasses import dataclass, replace

from directory_app.model.query import Term, parse
from directory_app.model.query_edit import removed
from directory_app.model.query_pieces import typed
from directory_app.store.browse import Browser
from directory_app.store.filters import Filter

#: More parts than this are not tried one by one.
MOST = 8


@dataclass(frozen=True, slots=True)
class Culprit:
    """``clause`` leaves nothing, or where it is None the part of the map or the view does.

    ``rest`` is the filter without it and ``count`` how many that has; ``is_unknown``: nobody in
    the whole directory has it, whatever else is asked for.
    """

    rest: Filter
    count: int
    clause: tuple[Term, ...] | None = None
    is_unknown: bool = False


def culprit(browser: Browser, wanted: Filter) -> Culprit | None:
    """The part without which most would be found; first what nobody has. None: no single one."""
    found: list[Culprit] = []
    for clause in parse(wanted.text).clauses[:MOST]:
        rest = replace(wanted, text=removed(wanted.text, clause))
        alone = Filter(text=_text(clause), view="everything")
        unknown = not browser.count(alone)
        found.append(Culprit(rest, browser.count(rest), clause, unknown))
    if wanted.area is not None:
        rest = replace(wanted, area=None)
        found.append(Culprit(rest, browser.count(rest)))
    elif wanted.view != "all":
        rest = replace(wanted, view="all")
        found.append(Culprit(rest, browser.count(rest)))
    useful = [one for one in found if one.count or one.is_unknown]
    return max(useful, key=lambda one: (one.is_unknown, one.count), default=None)


def _text(clause: tuple[Term, ...]) -> str:
    return " or ".join(typed([term.piece]) for term in clause)
