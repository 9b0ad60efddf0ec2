"""No crash leaves our memory on a disk, and nobody of the same user reads it while it runs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
linux = pytest.mark.skipif(sys.platform != "linux", reason="reads Linux's /proc")
posix = pytest.mark.skipif(sys.platform == "win32", reason="core limits are Unix's")

_TELL = """
import ctypes, resource, sys
from directory_app import __main__, cli

def run(arguments):
    print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
    return 0

cli.run = run
sys.argv = ["puertas", "list", "x.puertas"]
__main__.main()
"""


@linux
def test_a_verb_is_not_dumpable_before_it_reads_a_passphrase() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _TELL], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert done.stdout.split() == ["(0,", "0)", "0"]


@posix
def test_the_size_of_a_dump_is_nothing_before_the_window_is_loaded() -> None:
    code = (
        "import resource, sys, types\n"
        "from directory_app import __main__\n"
        "app = types.ModuleType('directory_app.ui.app')\n"
        "app.run = lambda path: print(resource.getrlimit(resource.RLIMIT_CORE))\n"
        "sys.modules['directory_app.ui.app'] = app\n"
        "sys.argv = ['puertas']\n"
        "__main__.main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert done.stdout.split() == ["(0,", "0)"]


_WAIT = """
import ctypes, os, resource
from directory_app import hardening
os.setgid(65534)
os.setuid(65534)
ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)  # as it is for a process that was started as this user
hardening.{}()
print("on", flush=True)
input()
"""


@linux
@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="changes its user: root alone")
def test_another_program_of_the_same_user_reads_no_memory_of_it() -> None:
    for call, readable in (("no_core_dumps", True), ("not_dumpable", False)):
        with subprocess.Popen(
            [sys.executable, "-c", _WAIT.format(call)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
        ) as held:  # fmt: skip
            assert held.stdout is not None
            assert held.stdin is not None
            assert held.stdout.readline() == "on\n"
            tried = subprocess.run(
                ["head", "-c", "1", f"/proc/{held.pid}/environ"],
                user=65534, group=65534, extra_groups=[], check=False, capture_output=True,
            )  # fmt: skip
            held.stdin.write("\n")
            held.stdin.flush()
        assert (tried.returncode == 0) is readable
