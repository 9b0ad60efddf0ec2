"""Passphrases leave the environment at the start, and reach no process that the program starts."""

import ast
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from directory_app import environment

ROOT = Path(__file__).parents[1]
PROGRAM = ROOT / "directory_app"
SECRET = "kettle orchard ninety bricks"
#: The modules that may start a process. Each gives it ``environment.for_children()``.
STARTERS = {"environment.py", "ui/window/again.py"}
#: What starts one: in these modules, by these names.
_STARTS = {
    "subprocess": {"Popen", "run", "call", "check_call", "check_output", "getoutput"},
    "os": {"system", "popen", "fork", "posix_spawn", "posix_spawnp", "startfile", "putenv"},
}
_BY_BEGINNING = ("exec", "spawn")
_BY_NAME = {"QProcess", "multiprocessing", "pty", "ProcessPoolExecutor"}


def passphrase_variables() -> set[str]:
    """The variables that the program's sources speak of."""
    sources = (path.read_text("utf-8") for path in PROGRAM.rglob("*.py"))
    return {name for text in sources for name in re.findall(r"\bPUERTAS_\w*PASSPHRASE\w*", text)}


def starts_of(source: str) -> list[str]:
    """What in a module starts a process."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            module, name = node.value.id, node.attr
            begins = module == "os" and name.startswith(_BY_BEGINNING)
            if name in _STARTS.get(module, ()) or begins or module in _BY_NAME:
                found.append(f"{module}.{name}")
        elif isinstance(node, ast.Name) and node.id in _BY_NAME:
            found.append(node.id)
        elif isinstance(node, ast.ImportFrom | ast.Import):
            names = {alias.name for alias in node.names}
            if isinstance(node, ast.ImportFrom) and node.module in _STARTS:
                taken = names & _STARTS[node.module]
                found += [*taken, *(name for name in names if name.startswith(_BY_BEGINNING))]
            found += sorted(names & _BY_NAME)
    return found


@pytest.mark.parametrize(
    "source",
    [
        "import subprocess\nsubprocess.run(['x'])",
        "from subprocess import Popen",
        "import os\nos.execv('x', ['x'])",
        "import os\nos.system('x')",
        "from PySide6.QtCore import QProcess",
        "import multiprocessing",
    ],
)
def test_the_search_for_what_starts_a_process_finds_it(source: str) -> None:
    assert starts_of(source)


def test_only_two_modules_start_a_process() -> None:
    found = {
        path.relative_to(PROGRAM).as_posix()
        for path in PROGRAM.rglob("*.py")
        if starts_of(path.read_text("utf-8"))
    }
    assert found == STARTERS
    for name in STARTERS:
        assert "for_children()" in (PROGRAM / name).read_text("utf-8")


def test_every_passphrase_variable_is_known_as_one() -> None:
    names = passphrase_variables()
    assert len(names) >= 4
    assert all(environment.is_secret(name) for name in names)
    assert environment.is_secret("PUERTAS_LIST_PASSPHRASE")  # one that may come
    assert not environment.is_secret("PUERTAS_PERSON")


def test_no_verb_reads_a_passphrase_past_the_one_reader() -> None:
    for path in PROGRAM.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in (
                "os.environ.get",
                "os.getenv",
            ):
                assert "PASSPHRASE" not in ast.unparse(node), path
                assert ast.unparse(node.args[0]) not in ("SECRET", "NEW", "PASSPHRASE"), path


def test_a_child_gets_no_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in passphrase_variables():
        monkeypatch.setenv(name, SECRET)
    monkeypatch.setenv("PUERTAS_PERSON", "Zqx")
    code = "import json, os; print(json.dumps(dict(os.environ)))"
    with environment.start([sys.executable, "-c", code]) as child:
        got = json.loads(child.communicate()[0])
    assert SECRET not in got.values()
    assert got["PUERTAS_PERSON"] == "Zqx"


_STARTED = """
import json, os, subprocess, sys
from directory_app import __main__, cli, environment

def run(arguments):
    block = open("/proc/self/environ", "rb").read() if os.path.exists("/proc/self/environ") else b""
    child = subprocess.run([sys.executable, "-c", "import os; print(dict(os.environ))"],
                           capture_output=True, text=True).stdout
    print(json.dumps([dict(os.environ), child, block.decode("utf-8", "replace"),
                      environment.secret("PUERTAS_PASSPHRASE")]))
    return 0

cli.run = run
sys.argv = ["puertas", "backups", "x.puertas"]
__main__.main()
"""


def test_from_its_start_on_the_environment_holds_none() -> None:
    """Whatever is started afterwards, by whatever library; and ``/proc`` shows none."""
    given = dict.fromkeys(passphrase_variables(), SECRET)
    done = subprocess.run(
        [sys.executable, "-c", _STARTED],
        cwd=ROOT, env=os.environ | given, check=True, capture_output=True, text=True,
    )  # fmt: skip
    left, of_a_child, block, secret = json.loads(done.stdout)
    assert SECRET not in left.values()
    assert SECRET not in of_a_child
    assert SECRET not in block
    assert secret == SECRET  # the verb itself still has it


def test_the_window_that_starts_again_hands_none_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lock's new process, really started."""
    told = tmp_path / "told.json"
    code = (
        "import json, os, pathlib, sys\n"
        "pathlib.Path(sys.argv[1] + '.part').write_text(json.dumps(dict(os.environ)))\n"
        "os.replace(sys.argv[1] + '.part', sys.argv[1])\n"
    )
    script = f"""
import os, sys
from pathlib import Path
from directory_app.ui.window import again
again.command = lambda path: [sys.executable, "-c", {code!r}, str(path)]
again.start_again(Path({str(told)!r}))
"""
    given = dict.fromkeys(passphrase_variables(), SECRET) | {"QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, env=os.environ | given, check=True)
    ends = time.monotonic() + 20
    while not told.exists() and time.monotonic() < ends:
        time.sleep(0.02)
    got = json.loads(told.read_text())
    assert SECRET not in got.values()
    assert "PATH" in got
