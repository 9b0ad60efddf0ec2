"""Keep the one catalogue of Spanish, resources/translations/puertas_es.ts, and compile it.

``python tests/ui/translations.py`` reads the words of the sources into it (what is new is marked
unfinished there: translate it) and compiles it; ``--compile`` does the latter alone, as ./dev
does before anything else. The window's words are Qt's; the sentences of a UserError, which are
raised below Qt, stand in the context UserError, as templates with {0}, {1}, ... for what is
put in. From it are made puertas_es.qm, for Qt, and errors_es.json, for ui/spoken.py.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
KEPT = ROOT / "resources" / "translations" / "puertas_es.ts"
COMPILED = ("puertas_es.qm", "errors_es.json")
#: The context of the sentences that are raised below Qt.
ERRORS = "UserError"
_OPTIONS = ("-source-language", "en_US", "-target-language", "es_US", "-no-obsolete")


def _tool(name: str) -> str:
    beside = Path(sys.executable).with_name(name)
    return str(beside) if beside.exists() else shutil.which(name) or name


def update(file: Path) -> None:
    """Bring a .ts up to date with the sources."""
    from tests.ui import error_templates

    sources = sorted(str(one) for one in (ROOT / "directory_app" / "ui").rglob("*.py"))
    with tempfile.TemporaryDirectory() as folder:
        # lupdate reads calls of translate: one for each sentence that a UserError can say
        errors = Path(folder) / "errors.py"
        calls = (f"translate({ERRORS!r}, {one!r})\n" for one in sorted(error_templates.templates()))
        errors.write_text("".join(calls), "utf-8")
        command = [_tool("pyside6-lupdate"), *sources, str(errors), "-ts", str(file), *_OPTIONS]
        subprocess.run([*command, "-locations", "none"], check=True, capture_output=True)


def compile_to(source: Path, folder: Path) -> None:
    """Make puertas_es.qm and errors_es.json of a .ts, in a folder."""
    for_qt, for_errors = (folder / name for name in COMPILED)
    command = [_tool("pyside6-lrelease"), str(source), "-qm", str(for_qt)]
    subprocess.run(command, check=True, capture_output=True)
    sentences = json.dumps(errors(source), ensure_ascii=False, indent=1)
    for_errors.write_text(sentences + "\n", "utf-8")


def compile_if_older() -> None:
    """Make them where they are missing, or older than the catalogue."""
    made = [KEPT.with_name(name) for name in COMPILED]
    if not all(one.exists() and one.stat().st_mtime >= KEPT.stat().st_mtime for one in made):
        compile_to(KEPT, KEPT.parent)


def errors(file: Path = KEPT) -> dict[str, str]:
    """The sentences of UserErrors that have Spanish: template -> template."""
    return {
        source: text
        for (context, source, _comment), text in messages(file).items()
        if context == ERRORS and text
    }


def messages(file: Path) -> dict[tuple[str, str, str], str | None]:
    """(context, source, comment) -> translation, None where it is unfinished."""
    found: dict[tuple[str, str, str], str | None] = {}
    for context in ElementTree.parse(file).getroot().findall("context"):
        for message in context.findall("message"):
            translation = message.find("translation")
            done = translation is not None and translation.get("type") is None
            place = (context.findtext("name", ""), message.findtext("source", ""))
            key = (*place, message.findtext("comment", ""))
            found[key] = translation.text if done and translation is not None else None
    return found


if __name__ == "__main__":
    if sys.argv[1:] == ["--compile"]:
        compile_if_older()
        sys.exit()
    update(KEPT)
    compile_to(KEPT, KEPT.parent)
    left = [source for (_context, source, _comment), text in messages(KEPT).items() if not text]
    sys.stdout.write(f"{len(left)} unfinished\n" + "".join(f"  {source}\n" for source in left))
