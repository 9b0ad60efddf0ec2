"""Keep resources/translations in step with the window's words.

``python tests/ui/translations.py`` reads the words of the sources into puertas_es.ts (what is
new is marked unfinished there: translate it) and compiles puertas_es.qm.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "resources" / "translations" / "puertas_es.ts"
_OPTIONS = ("-source-language", "en_US", "-target-language", "es_US", "-no-obsolete")


def _tool(name: str) -> str:
    beside = Path(sys.executable).with_name(name)
    return str(beside) if beside.exists() else shutil.which(name) or name


def update(file: Path) -> None:
    """Bring a .ts up to date with the sources."""
    sources = sorted(str(one) for one in (ROOT / "directory_app" / "ui").rglob("*.py"))
    command = [_tool("pyside6-lupdate"), *sources, "-ts", str(file), *_OPTIONS]
    subprocess.run([*command, "-locations", "none"], check=True, capture_output=True)


def compile_to(source: Path, target: Path) -> None:
    """Make the .qm of a .ts."""
    command = [_tool("pyside6-lrelease"), str(source), "-qm", str(target)]
    subprocess.run(command, check=True, capture_output=True)


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
    update(KEPT)
    compile_to(KEPT, KEPT.with_suffix(".qm"))
    left = [source for (_context, source, _comment), text in messages(KEPT).items() if not text]
    sys.stdout.write(f"{len(left)} unfinished\n" + "".join(f"  {source}\n" for source in left))
