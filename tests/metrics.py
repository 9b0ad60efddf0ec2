"""How big and how plain the program's code is: what ./dev metrics prints.

Lines of code are those that hold a token which is no comment and no docstring. A private
function counts as used once when its name stands in one other place of the package.
"""

import argparse
import ast
import io
import json
import sys
import tokenize
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "directory_app"
WORDLESS = {
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENDMARKER,
}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def code_lines(source: str) -> int:
    """Count the lines that are neither blank, nor comment, nor docstring."""
    lines: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type not in WORDLESS:
            lines.update(range(token.start[0], token.end[0] + 1))
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Module | ast.ClassDef | Function) and ast.get_docstring(node):
            text = node.body[0]
            lines.difference_update(range(text.lineno, (text.end_lineno or text.lineno) + 1))
    return len(lines)


def module_name(path: Path) -> str:
    """Give `directory_app.store.ledger` for its file."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imported(node: ast.AST, module: str, is_package: bool, known: set[str]) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names if alias.name in known)
    elif isinstance(node, ast.ImportFrom):
        base = node.module or ""
        if node.level:
            parts = module.split(".")
            parts = parts[: len(parts) - node.level + is_package]
            base = ".".join([*parts, base]) if base else ".".join(parts)
        for alias in node.names:
            inner = f"{base}.{alias.name}"
            if inner in known or base in known:
                yield inner if inner in known else base


def _outside_functions(tree: ast.Module) -> Iterator[ast.AST]:
    waiting: list[ast.AST] = list(tree.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, Function):
            continue
        test = getattr(node, "test", None)
        if isinstance(node, ast.If) and isinstance(test, ast.Name) and test.id == "TYPE_CHECKING":
            continue
        yield node
        waiting.extend(ast.iter_child_nodes(node))


def circles(arrows: dict[str, set[str]]) -> list[set[str]]:
    """Find the groups of modules that import each other when they are loaded."""
    reach: dict[str, set[str]] = {}
    for start in arrows:
        seen: set[str] = set()
        waiting = [start]
        while waiting:
            for target in arrows.get(waiting.pop(), ()):
                if target not in seen:
                    seen.add(target)
                    waiting.append(target)
        reach[start] = seen
    groups: list[set[str]] = []
    for module, seen in reach.items():
        if module in seen and not any(module in group for group in groups):
            groups.append({other for other in seen if module in reach.get(other, ())} | {module})
    return groups


def measure(package: Path = PACKAGE, tests: Path = ROOT / "tests") -> dict[str, object]:
    """Give every figure by name; `rooms` is lines of code and modules of each."""
    trees = {path: ast.parse(path.read_text("utf-8")) for path in sorted(package.rglob("*.py"))}
    names = {path: module_name(path) for path in trees}
    known = set(names.values())
    lines: Counter[str] = Counter()
    modules: Counter[str] = Counter()
    words: Counter[str] = Counter()
    private: list[str] = []
    arrows: dict[str, set[str]] = defaultdict(set)
    anywhere: dict[str, set[str]] = defaultdict(set)
    late = painting = retranslating = 0
    for path, tree in trees.items():
        room = path.relative_to(package).parts[0].removesuffix(".py")
        lines[room] += code_lines(path.read_text("utf-8"))
        modules[room] += 1
        is_package = path.name == "__init__.py"
        top = set(map(id, _outside_functions(tree)))
        for node in ast.walk(tree):
            if isinstance(node, ast.Name):
                words[node.id] += 1
            elif isinstance(node, ast.Attribute):
                words[node.attr] += 1
            elif isinstance(node, ast.alias):
                words[node.name] += 1
            elif isinstance(node, Function):
                painting += node.name == "paintEvent"
                retranslating += node.name.strip("_") == "retranslate"
                if node.name.startswith("_") and not node.name.startswith("__"):
                    private.append(node.name)
                late += sum(isinstance(inner, ast.Import | ast.ImportFrom) for inner in _own(node))
            targets = set(_imported(node, names[path], is_package, known)) - {names[path]}
            anywhere[names[path]].update(targets)
            if id(node) in top:
                arrows[names[path]].update(targets)
    test_lines = sum(code_lines(path.read_text("utf-8")) for path in tests.rglob("*.py"))
    total = sum(lines.values())
    return {
        "code lines": total,
        "modules": sum(modules.values()),
        "rooms": {room: [count, modules[room]] for room, count in lines.most_common()},
        "classes with paintEvent": painting,
        "retranslate methods": retranslating,
        "private functions": len(private),
        "private functions used once, %": round(
            100 * sum(words[name] == 1 for name in private) / max(1, len(private)), 1
        ),
        "function-level imports": late,
        "circles of imports": len(circles(arrows)),
        "circles, late imports counted": len(circles(anywhere)),
        "test lines": test_lines,
        "tests to code": round(test_lines / max(1, total), 2),
    }


def _own(function: Function) -> Iterator[ast.AST]:
    """Walk a function, but not the functions inside it, which are counted by themselves."""
    waiting: list[ast.AST] = list(function.body)
    while waiting:
        node = waiting.pop()
        if not isinstance(node, Function):
            yield node
            waiting.extend(ast.iter_child_nodes(node))


def main() -> None:
    """Print the figures, one a line."""
    parser = argparse.ArgumentParser(prog="./dev metrics", description=__doc__)
    parser.add_argument("--json", action="store_true", help="for a program")
    figures = measure()
    if parser.parse_args().json:
        sys.stdout.write(json.dumps(figures, indent=1) + "\n")
        return
    rooms = figures.pop("rooms")
    lines = [f"{name:34}{value:>10,}" for name, value in figures.items()]
    lines += ["", f"{'room':34}{'lines':>10}{'modules':>10}"]
    lines += [f"{room:34}{count:>10,}{files:>10}" for room, (count, files) in rooms.items()]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
