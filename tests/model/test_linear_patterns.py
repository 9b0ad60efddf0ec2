"""Every pattern that reads what people typed takes a time that grows with the text alone.

The patterns are found, not listed: those in the modules of ``model`` and ``importing`` (also
inside of tables, and made by a function at the first use) and those written in a call of ``re``.
Each gets 10 KB made to hurt it: whatever it repeats, repeated, with an end that doesn't fit.
"""

import ast
import dataclasses
import importlib
import inspect
import pkgutil
import re
import signal
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from types import ModuleType

import pytest

from directory_app import importing, model
from directory_app.model import hours

parser = re._parser  # type: ignore[attr-defined]
SIZE = 10_000
#: Seconds of this process alone: a busy machine takes longer, but hardly more of these.
LIMIT = 0.05
EVERYWHERE = (
    *(" ", "\n", "a", "A", "é", "1", "0", "-", "'", '"', "(", ".", ",", "x ", "1 ", "a, ", " - "),
    *("1-", "# ", "St ", "10:00-", "9 am ", "123 Main St, ", "Mo 09:00-17:00; "),
)
#: How a pattern is asked where its uses don't say: in a table, or given on.
ANY = {"fullmatch", "findall"}
ENDS = ("", "\x00")


def modules() -> list[ModuleType]:
    found = []
    for package in (model, importing):
        for at in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            found.append(importlib.import_module(at.name))
    return found


def inside(value: object) -> Iterator[re.Pattern[str]]:
    """The patterns in a value: itself, in a table of them, and of a function without arguments."""
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif isinstance(value, Mapping):
        yield from (found for pair in value.items() for one in pair for found in inside(one))
    elif isinstance(value, list | tuple | set | frozenset):
        yield from (found for one in value for found in inside(one))
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for one in dataclasses.fields(value):
            yield from inside(getattr(value, one.name))
    elif isinstance(value, type) and value.__module__.startswith("directory_app"):
        yield from (one for one in vars(value).values() if isinstance(one, re.Pattern))
    elif inspect.isfunction(made := inspect.unwrap(value) if callable(value) else None):
        told = inspect.signature(made)
        if not told.parameters and "Pattern" in str(told.return_annotation):
            yield from inside(made())


CALLS = {"match", "search", "fullmatch", "sub", "subn", "split", "findall", "finditer"}


def uses(module: ModuleType) -> Iterator[tuple[str, str, ast.Call]]:
    """Each use of a pattern in a module: of which name, by which method, and the call."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            of = node.func.value.func if isinstance(node.func.value, ast.Call) else node.func.value
            if node.func.attr in CALLS:
                yield of.id if isinstance(of, ast.Name) else "", node.func.attr, node
        elif isinstance(node, ast.Attribute) and node.attr in CALLS:  # given on: map(_X.match, …)
            yield ast.unparse(node.value), node.attr, ast.Call(node, [], [])


def written(module: ModuleType, call: ast.Call) -> Iterator[re.Pattern[str]]:
    """The pattern in a call of ``re``, as far as the module alone tells it."""
    if not call.args:
        return
    flags = [one.value for one in call.keywords if one.arg == "flags"]
    flags += [one for one in call.args if "re." in ast.unparse(one)]
    made = ast.Call(ast.parse("re.compile", mode="eval").body, [call.args[0], *flags[:1]], [])
    try:
        found = eval(
            compile(ast.fix_missing_locations(ast.Expression(made)), "", "eval"), vars(module)
        )
    except NameError:  # of what the function was given: such patterns stand in a table
        return
    if isinstance(found.pattern, str):
        yield found


def patterns() -> list[tuple[str, re.Pattern[str], set[str]]]:
    """Every pattern, with a module that has it and the methods that it is asked by.

    A pattern whose own name is not asked stands in a table or a loop: it counts as asked by what
    the module asks of names that it has not itself.
    """
    found: dict[re.Pattern[str], tuple[str, re.Pattern[str], set[str]]] = {}
    asked, loose = defaultdict(set), defaultdict(set)
    for module in (all_of_them := modules()):
        for name, method, call in uses(module):
            asked[name].add(method)
            if name not in vars(module) and method != "split":  # a str has that too
                loose[module].add(method)
            for one in written(module, call) if name == "re" else ():
                found.setdefault(one, (module.__name__, one, set()))[2].add(method)
    for module in all_of_them:
        for name, value in vars(module).items():
            for one in inside(value):
                at = found.setdefault(one, (module.__name__, one, set()))
                at[2].update(asked[name] or loose[module])
    return [(name, one, methods or ANY) for name, one, methods in found.values()]


def sample(tree: object, pick: int) -> str:
    """A text that the tree matches: of alternatives the one that ``pick`` says."""
    out = ""
    for op, value in tree:  # type: ignore[attr-defined]
        name = str(op)
        if name in {"LITERAL"}:
            out += chr(value)
        elif name == "NOT_LITERAL":
            out += "z" if value != ord("z") else "y"
        elif name == "ANY":
            out += "z"
        elif name == "IN":
            out += of_class(value, pick)
        elif name == "BRANCH":
            out += sample(value[1][pick % len(value[1])], pick)
        elif name in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
            out += sample(value[2], pick) * max(1, value[0])
        elif name == "SUBPATTERN":
            out += sample(value[3], pick)
        elif name == "ATOMIC_GROUP":
            out += sample(value, pick)
    return out


CATEGORIES = {
    "CATEGORY_DIGIT": r"\d", "CATEGORY_NOT_DIGIT": r"\D", "CATEGORY_SPACE": r"\s",
    "CATEGORY_NOT_SPACE": r"\S", "CATEGORY_WORD": r"\w", "CATEGORY_NOT_WORD": r"\W",
}  # fmt: skip


def of_class(items: list[tuple[object, object]], pick: int) -> str:
    """A letter of a class, such as are typed if it has any."""
    fitting = [letter for letter in "a1 -.,:(é\nA'\"#" if fits(items, letter)]
    for op, value in items:
        if str(op) in {"LITERAL", "RANGE"} and str(items[0][0]) != "NEGATE":
            fitting.append(chr(value if isinstance(value, int) else value[0]))  # type: ignore[index]
    return fitting[pick % len(fitting)] if fitting else "z"


def fits(items: list[tuple[object, object]], letter: str) -> bool:
    for op, value in items[1:] if (no := str(items[0][0]) == "NEGATE") else items:
        if str(op) == "LITERAL":
            same = ord(letter) == value
        elif isinstance(value, tuple):
            same = value[0] <= ord(letter) <= value[1]
        else:
            same = re.match(CATEGORIES[str(value)], letter) is not None
        if same:
            return not no
    return no


def repeats(tree: object, before: str = "") -> Iterator[tuple[str, str]]:
    """Each repetition of a pattern as what leads up to it, and what it repeats."""
    for op, value in tree:  # type: ignore[attr-defined]
        name = str(op)
        if name in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
            if value[1] > 1:
                for pick in range(4):
                    yield before, sample(value[2], pick)
            yield from repeats(value[2], before)
        elif name == "BRANCH":
            for one in value[1]:
                yield from repeats(one, before)
        elif name == "SUBPATTERN":
            yield from repeats(value[3], before)
        elif name == "ATOMIC_GROUP":
            yield from repeats(value, before)
        elif name in {"ASSERT", "ASSERT_NOT"}:
            yield from repeats(value[1], before)
        before += sample([(op, value)], 0)


def attacks(pattern: re.Pattern[str]) -> Iterator[str]:
    tree = parser.parse(pattern.pattern, pattern.flags)
    pumped = {("", one) for one in EVERYWHERE}
    pumped |= {(start, body) for start, body in repeats(tree) if body}
    pumped |= {("", (start + body)) for start, body in repeats(tree) if body}
    pumped |= {("", whole) for pick in range(3) if (whole := sample(tree, pick))}
    for start, body in sorted(pumped):
        for end in ENDS:
            yield (start + body * (SIZE // len(body)))[:SIZE] + end


class TooLongError(Exception):
    """A pattern took its whole time."""


def _alarm(*_: object) -> None:
    raise TooLongError


def seconds(pattern: re.Pattern[str], methods: set[str], text: str) -> float:
    """What looking for a pattern takes, in seconds of this process; at most ten times LIMIT."""
    before = signal.signal(signal.SIGVTALRM, _alarm)
    signal.setitimer(signal.ITIMER_VIRTUAL, 10 * LIMIT)
    start = time.process_time()
    try:
        for method in methods - {"sub", "subn", "split"}:
            getattr(pattern, method.replace("finditer", "findall"))(text)
        if methods & {"sub", "subn", "split"}:
            pattern.sub("", text)
    except TooLongError:
        return 10 * LIMIT
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    return time.process_time() - start


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no clock of its own to stop it by")
def test_ten_kilobytes_of_anything_in_50_milliseconds() -> None:
    slow = []
    for module, pattern, methods in patterns():
        for text in attacks(pattern):
            took = seconds(pattern, methods, text)
            if took > LIMIT:  # a second and a third try, for a machine that was away
                took = min(took, seconds(pattern, methods, text), seconds(pattern, methods, text))
            if took > LIMIT:
                name = f"{module}, {'/'.join(methods)}: {pattern.pattern[:150]!r}"
                slow.append(f"{name}\n  {took:.2f} s with {text[:50]!r}…{text[-20:]!r}")
                break
    assert not slow, "\n".join(slow)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no clock of its own to stop it by")
@pytest.mark.parametrize("of_it", ["Mo 09:00-17:00; Tu 09:00-17:00; ", "1", "9", "Mo-Fr 9-5, "])
def test_a_cell_of_hours_is_read_or_refused_soon(of_it: str) -> None:
    """With "call first" behind five days this took 16 s, and a minute with six."""
    for size in (160, SIZE):
        before = signal.signal(signal.SIGVTALRM, _alarm)
        signal.setitimer(signal.ITIMER_VIRTUAL, 20 * LIMIT)
        try:
            assert not hours.parse((of_it * size)[:size] + "call first").osm
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            signal.signal(signal.SIGVTALRM, before)
