"""Nothing but tasks/leaving.py lets anything leave: no other module writes a file outside.

Every way to write a file, to reach a printer or the clipboard that Python, Qt and our libraries
have is looked for in the source. A module that has to do it stands in ALLOWED with its reason.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "directory_app"

#: Which module may do what, and why. What nobody does any more has to go from here.
ALLOWED: dict[str, tuple[frozenset[str], str]] = {
    name: (frozenset(what.split()), why)
    for name, what, why in (
        ("files", "os.open os.fdopen", "writes whole files, for tasks.leaving and the settings"),
        ("tasks/leaving", "write_whole", "the one way out"),
        ("settings", "write_whole", "this person's preferences on this laptop: no business"),
        # inside a directory, or beside it until it is whole
        ("store/folder", "os.open os.fdopen", "what a directory is made of"),
        ("store/opening", "tempfile", "a new directory, beside its place until it is whole"),
        ("store/backup", "tempfile os.fdopen ZipFile os.open open", "backups, as their directory"),
        ("store/rekey", "os.open", "the database of a directory"),
        ("store/swap", "open", "the database of a directory"),
        ("store/restore", "tempfile", "a backup opened inside the directory's own folder"),
        ("store/salvage", "tempfile", "a new directory from a damaged one"),
        # public data, or none
        ("maps/streets/files", "tempfile open copyfile", "street data: public"),
        ("maps/streets/unpacking", "open", "street data being unpacked"),
        ("maps/streets/recognising", "open", "street data being unpacked"),
        ("geocoding/online/pace", "write_text", "when each service was asked last: no addresses"),
        ("cli/common", "os.open", "/dev/null, where nobody listens to the answer any more"),
        ("ui/window/main_window", "tempfile", "the invented sample"),
        # in memory
        ("formats/archives", "ZipFile", "in memory"),
        ("formats/xlsx", "ZipFile", "in memory"),
        ("guides/greying", "save", "in memory"),
        ("guides/map_sheet", "save", "in memory"),
        # the screen's own doors
        ("ui/file_dialogs", "QFileDialog QSettings", "asks where, and forgets what Qt keeps of it"),
        ("ui/parts/paper/printing", "QPrinter QPrintDialog tempfile", "the only printer"),
        ("ui/pages/guide/output", "QPrinter", "runs that are reserved"),
        ("ui/parts/consent/withdraw_dialog", "QPrinter", "a recall list"),
        ("ui/pages/security/security_dialogs", "QPrinter", "a recovery code, by wish"),
        ("ui/clipboard", "clipboard", "the only clipboard: marked, timed, and taken back"),
    )
}  # fmt: skip
#: Names whose mere use is a way out, and the modules of Python that are.
NAMES = frozenset(
    {
        *("QSaveFile", "QFile", "QTemporaryFile", "QTemporaryDir", "QImageWriter", "QSettings"),
        *("QPdfWriter", "QPrinter", "QPrintDialog", "QPrintPreviewDialog", "QPrintPreviewWidget"),
        *("QSvgGenerator", "QFileDialog", "write_whole", "NamedTemporaryFile", "TemporaryFile"),
    }
)
MODULES = frozenset({"tempfile", "shelve", "dbm"})
CALLS = frozenset({"write_text", "write_bytes", "to_csv", "to_excel", "savefig", "symlink_to"})
SHUTIL = frozenset({"copy", "copy2", "copyfile", "copytree", "move", "make_archive"})
_FLAGS = ("O_WRONLY", "O_RDWR", "O_CREAT", "O_APPEND", "O_TRUNC")
#: In the window much is saved that is no file; there a picture or a document is.
_PICTURES = frozenset({"image", "pixmap", "picture", "pdf", "document", "printer", "canvas"})


def ways_out(source: str, *, is_window: bool = False) -> Iterator[tuple[int, str]]:
    """(line, what) of each way in a module's source to write a file or to reach a device."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            if not isinstance(node, ast.ImportFrom) or node.level == 0:
                yield from _imports(node)
        elif isinstance(node, ast.Call):
            what = _called(node, is_window=is_window)
            if what:
                yield node.lineno, what


def _imports(node: ast.Import | ast.ImportFrom) -> Iterator[tuple[int, str]]:
    names = [alias.name for alias in node.names]
    modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else names
    for name in {each.split(".")[0] for each in modules} & MODULES:
        yield node.lineno, name
    if isinstance(node, ast.ImportFrom):
        for name in set(names) & (NAMES | CALLS):
            yield node.lineno, name


def _called(node: ast.Call, *, is_window: bool) -> str:
    function = node.func
    if isinstance(function, ast.Name):
        if function.id == "open" and _writes(node, 1):
            return "open"
        return function.id if function.id in {"ZipFile"} and _writes(node, 1) else ""
    if not isinstance(function, ast.Attribute):
        return ""
    name, owner = function.attr, ast.unparse(function.value)
    if name in NAMES | CALLS or name == "clipboard":
        return name
    if name in SHUTIL and owner == "shutil":
        return name
    if name == "open":
        if owner == "os":
            return "os.open" if any(flag in ast.unparse(node) for flag in _FLAGS) else ""
        # of an archive or a library the mode comes second, of a path first
        return "open" if any(_is_mode(each) for each in _given(node, 0, 1)) else ""
    if name == "fdopen":
        return "os.fdopen" if _writes(node, 1) else ""
    if name in {"ZipFile", "GzipFile"}:
        return name if _writes(node, 1) else ""
    if name == "save" and node.args and owner != "settings":  # the preferences' own
        said = owner.rpartition(".")[2].removesuffix("()").casefold()
        if not is_window or said in _PICTURES or said.endswith(("grab", "toimage")):
            return "save"
    return ""


def _given(node: ast.Call, *at: int) -> list[ast.expr]:
    """What may be its mode: the argument of that name, or those at these places."""
    named = [each.value for each in node.keywords if each.arg == "mode"]
    return named + [node.args[each] for each in at if each < len(node.args)]


def _writes(node: ast.Call, at: int) -> bool:
    """Whether the mode lets it write; one that is not written out may."""
    given = _given(node, at)
    return any(not isinstance(each, ast.Constant) or _is_mode(each) for each in given)


def _is_mode(given: ast.expr) -> bool:
    mode = given.value if isinstance(given, ast.Constant) else None
    return isinstance(mode, str) and set(mode) <= set("rwaxbt+") and bool(set(mode) & set("wax+"))


def found_in(path: Path) -> list[tuple[int, str]]:
    is_window = path.is_relative_to(PACKAGE / "ui")
    return list(ways_out(path.read_text("utf-8"), is_window=is_window))


def test_nothing_else_writes_a_file_or_reaches_a_device() -> None:
    wrong, used = [], set()
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).with_suffix("").as_posix()
        may = ALLOWED.get(name, (frozenset(), ""))[0]
        for line, what in found_in(path):
            used.add((name, what))
            if what not in may:
                wrong.append(f"directory_app/{name}.py:{line}: {what}")
    assert wrong == [], "let it leave by tasks/leaving.py, or say in ALLOWED why not"
    allowed = {(name, what) for name, (may, _) in ALLOWED.items() for what in may}
    assert allowed - used == set(), "nobody does this any more: take it out of ALLOWED"


@pytest.mark.parametrize(
    "planted",
    [
        'open(path, "w").write(text)',
        'open(path, mode="ab")',
        "open(path, mode)",
        'path.open("x")',
        "path.write_text(text)",
        "Path(name).write_bytes(data)",
        "os.open(path, os.O_WRONLY | os.O_CREAT)",
        'os.fdopen(handle, "wb")',
        "import tempfile",
        "from tempfile import NamedTemporaryFile",
        "shutil.copy(a, b)",
        "shutil.copytree(a, b)",
        "shutil.move(a, b)",
        'zipfile.ZipFile(path, "w")',
        'gzip.open(path, "wt")',
        "book.save(path)",
        "canvas.save(path)",
        "from PySide6.QtPrintSupport import QPrinter",
        "from PySide6.QtCore import QSaveFile",
        "QtGui.QPdfWriter(path)",
        "QApplication.clipboard().setText(text)",
        "from directory_app.files import write_whole",
    ],
)
def test_a_planted_way_out_is_found(planted: str) -> None:
    assert list(ways_out(planted))


@pytest.mark.parametrize(
    "harmless",
    [
        "open(path)",
        'open(path, "rb").read()',
        'path.open("rb")',
        "os.open(path, os.O_RDONLY)",
        "zipfile.ZipFile(path)",
        "painter.save()",
        "text.replace(a, b)",
    ],
)
def test_what_only_reads_is_not(harmless: str) -> None:
    assert list(ways_out(harmless)) == []


@pytest.mark.parametrize("planted", ["widget.grab().save(path)", "image.save(path)"])
def test_a_picture_of_the_window_is_a_file(planted: str) -> None:
    assert list(ways_out(planted, is_window=True))
    assert list(ways_out("self.save(section)", is_window=True)) == []
