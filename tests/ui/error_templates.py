"""Every sentence of a UserError in the sources, as a template.

A value that is put into a sentence stands as {0}, {1}, ... in order. tests/ui/translations.py
puts them into the catalogue.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from directory_app.model import never_collect

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "directory_app"
#: Verbs speak English; what they alone say needs no Spanish.
ENGLISH = ("cli",)


def _trees() -> dict[Path, ast.Module]:
    files = sorted(SOURCES.rglob("*.py"))
    return {
        file: ast.parse(file.read_text("utf-8"))
        for file in files
        if file.relative_to(SOURCES).parts[0] not in ENGLISH
    }


def _name(node: ast.expr) -> str:
    return str(getattr(node, "id", getattr(node, "attr", "")))


def _kinds(trees: dict[Path, ast.Module]) -> set[str]:
    """UserError and what is made of it."""
    kinds, before = {"UserError"}, 0
    while len(kinds) > before:
        before = len(kinds)
        for tree in trees.values():
            for node in ast.walk(tree):
                if isinstance(node, ast.ClassDef) and kinds & {_name(base) for base in node.bases}:
                    kinds.add(node.name)
    return kinds


def _constants(trees: dict[Path, ast.Module]) -> dict[str, ast.expr]:
    """Texts that have a name of their own, by it."""
    found: dict[str, ast.expr] = {}
    for tree in trees.values():
        for node in tree.body:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                found.setdefault(node.targets[0].id, node.value)
    return found


def _template(node: ast.expr, named: dict[str, ast.expr]) -> Iterator[str]:
    """The template of an argument; both of a choice between two."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value.replace("{", "{{").replace("}", "}}")
    elif isinstance(node, ast.JoinedStr):
        text, count = "", 0
        for part in node.values:
            if isinstance(part, ast.Constant):
                text += str(part.value).replace("{", "{{").replace("}", "}}")
            else:
                text, count = f"{text}{{{count}}}", count + 1
        yield text
    elif isinstance(node, ast.IfExp):
        yield from _template(node.body, named)
        yield from _template(node.orelse, named)
    elif isinstance(node, ast.Name) and node.id in named and node.id.upper() == node.id:
        yield from _template(named[node.id], named)
    elif isinstance(node, ast.Attribute) and node.attr in named and node.attr.upper() == node.attr:
        yield from _template(named[node.attr], named)


def templates() -> set[str]:
    """All of them, without those of the verbs."""
    trees = _trees()
    kinds, named = _kinds(trees), _constants(trees)
    found: set[str] = set()
    for tree in trees.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _name(node.func) in kinds:
                for one in [*node.args, *(each.value for each in node.keywords)]:
                    found.update(text for text in _template(one, named) if text)
            elif isinstance(node, ast.Call) and _name(node.func) == "__init__":
                for one in node.args:  # a kind of UserError that brings its own words
                    found.update(text for text in _template(one, named) if " " in text)
    stopped = {never_collect.explanation(kind) for kind in never_collect.Kind}
    return found | _in_tables(trees) | stopped


def _in_tables(trees: dict[Path, ast.Module]) -> set[str]:
    """The sentences of store/trouble.py, which stand in a table by what SQLite says."""
    tree = trees[SOURCES / "store" / "trouble.py"]
    texts = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    return {
        text
        for text in texts
        if isinstance(text, str) and text[:1].isupper() and text.endswith(".") and "\n" not in text
    } - {
        ast.get_docstring(node)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Module)
    }
