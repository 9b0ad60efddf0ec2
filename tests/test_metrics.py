"""What ./dev metrics counts, on a package of a few lines."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def metrics() -> ModuleType:
    spec = importlib.util.spec_from_file_location("metrics", Path(__file__).with_name("metrics.py"))
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_blank_lines_comments_and_docstrings_are_no_code(metrics: ModuleType) -> None:
    source = '"""Says\nmuch."""\n\n# why\ndef f():\n    """Say."""\n    return """a\nb"""\n'
    assert metrics.code_lines(source) == 3


def test_what_imports_each_other_is_one_circle(metrics: ModuleType) -> None:
    arrows = {"a": {"b"}, "b": {"c"}, "c": {"a", "d"}, "d": set()}
    assert metrics.circles(arrows) == [{"a", "b", "c"}]


def test_a_package_is_counted(
    metrics: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "package"
    (package / "room").mkdir(parents=True)
    (package / "room" / "one.py").write_text(
        "from package.room import two\n\n\ndef _once():\n    import json\n    return json, two\n"
    )
    (package / "room" / "two.py").write_text(
        "class Bar:\n    def paintEvent(self):\n        from package.room import one\n"
        "        return one._once()\n"
    )
    monkeypatch.setattr(metrics, "ROOT", tmp_path)
    figures = metrics.measure(package, tmp_path / "none")
    assert figures["code lines"] == 8
    assert figures["rooms"] == {"room": [8, 2]}
    assert figures["classes with paintEvent"] == 1
    assert figures["function-level imports"] == 2
    assert figures["private functions used once, %"] == 100
    assert (figures["circles of imports"], figures["circles, late imports counted"]) == (0, 1)
