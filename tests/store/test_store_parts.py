"""The parts of a store: nothing outside it reaches the database but by their methods."""

import ast
from pathlib import Path

import directory_app

from .parts import INSIDE, parts

PACKAGE = Path(directory_app.__file__).parent


def reached(source: str) -> list[int]:
    """The lines with ``with X.read()``, X.write(), X.step(...) or X.trial() of a store."""
    return [
        item.context_expr.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.With)
        for item in node.items
        if isinstance(call := item.context_expr, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in INSIDE
        and "store" in ast.unparse(call.func.value)
    ]


def test_nothing_outside_the_store_reaches_the_database() -> None:
    found = {
        str(path.relative_to(PACKAGE)): lines
        for path in PACKAGE.rglob("*.py")
        if "store" not in path.relative_to(PACKAGE).parts
        if (lines := reached(path.read_text("utf-8")))
    }
    assert found == {}


def test_the_search_finds_a_store_that_is_reached_into() -> None:
    assert reached("with session.store.step('edit') as step:\n    pass\n") == [1]
    assert reached("with open(path) as file:\n    pass\n") == []


def test_each_part_has_a_name_and_says_what_it_is_for() -> None:
    assert len(parts()) == len({*parts().values()})
    assert all(kind.__doc__ for kind in parts().values())
