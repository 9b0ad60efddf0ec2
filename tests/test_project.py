"""What has to hold for the project as a whole: its files, its promises, its documents."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from directory_app.verbs import VERBS

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/architecture.md")
#: Written apart, so that this file does not name them either.
FORBIDDEN = tuple(
    "".join(parts)
    for parts in (
        ("py", "pi.org"),
        ("python", "hosted.org"),
        ("deb.", "debian.org"),
        ("registry.", "npmjs"),
        ("/wo", "rk/"),
        ("/opt/", "wheels"),
    )
)


def tracked() -> list[Path]:
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this is no Git clone")
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def test_no_file_names_a_registry_or_a_place_on_somebodys_computer():
    found = []
    for path in tracked():
        content = path.read_bytes()
        found += [f"{path.name}: {word}" for word in FORBIDDEN if word.encode() in content]
    assert found == []


def test_the_locks_hold_hashes_and_no_address():
    for name in ("packaging/requirements.lock", "packaging/bootstrap.lock"):
        lock = read(name)
        assert "://" not in lock
        pinned = [part for part in re.split(r"^(?=[a-z0-9])", lock, flags=re.M) if part[0] != "#"]
        assert pinned
        assert [part.split()[0] for part in pinned if "--hash=sha256:" not in part] == []


def test_the_licence_is_mit():
    assert read("LICENSE").startswith("MIT License")
    assert 'license = "MIT"' in read("pyproject.toml")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_links_of_the_documents_lead_somewhere(name: str):
    for target in re.findall(r"\]\(([^)#:]+)\)", read(name)):
        assert (ROOT / name).parent.joinpath(target).exists(), target


def test_the_commands_of_the_readme_exist():
    commands = set(re.findall(r"\./dev (\w+)", read("README.md") + read("CONTRIBUTING.md")))
    assert {"run", "test"} <= commands
    script = read("dev")
    for command in commands:
        assert f"cmd_{command}()" in script


def opens_window(folder: Path, *arguments: str) -> bool:
    """What ./dev takes these arguments for, when it is called in this folder."""
    found = re.search(r"^opens_window\(\) \{.*?^\}", read("dev"), re.M | re.S)
    assert found
    script = f'{found[0]}\nopens_window "$@"'
    done = subprocess.run(["sh", "-c", script, "dev", *arguments], cwd=folder, check=False)
    return done.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="the script is for a POSIX shell")
def test_only_a_directory_alone_needs_the_libraries_of_a_window(tmp_path: Path):
    for name in ("mine.puertas", "old"):
        (tmp_path / name).mkdir()
    (tmp_path / "old" / "directory.db").touch()
    assert opens_window(tmp_path, "mine.puertas")
    assert opens_window(tmp_path, "old")
    assert [verb for verb in VERBS if opens_window(tmp_path, verb, "mine.puertas")] == []
    assert [word for word in (*VERBS, "--help", "-h") if opens_window(tmp_path, word)] == []


def test_the_readme_lists_every_verb():
    text = read("README.md")
    assert [verb for verb in VERBS if f"puertas {verb} " not in text] == []


def test_the_architecture_names_every_module_at_the_top():
    text = read("docs/architecture.md")
    modules = [
        path.name for path in (ROOT / "directory_app").glob("*.py") if path.stem != "__init__"
    ]
    assert [name for name in modules if name not in text] == []


def test_nothing_that_was_sampled_is_a_real_number():
    numbers = re.findall(r'"\+1(\d{10})"', read("resources/sample/sample.json"))
    assert len(numbers) > 18
    assert [number for number in numbers if not re.fullmatch(r"\d{3}55501\d\d", number)] == []


def test_the_verbs_load_no_window():
    code = (
        "import sys, directory_app.cli\n"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
