"""Walks every page and dialog that has a key, in both languages: ``python access_walk.py FOLDER``.

Told as JSON: controls without a name, words without Spanish, pairs of colours that are too
near each other to be read, and how many controls were seen.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

LANGUAGES = ("en", "es")


def unnamed(window: Any, code: str) -> list[str]:
    """Controls without a name on every page of the register, the editor and the dialogs."""
    from PySide6.QtWidgets import QApplication

    from directory_app.ui.pages import register
    from directory_app.ui.pages.directory.search_help import SearchHelp
    from tests.ui.accessible import unnamed_controls
    from tests.ui.waiting import settle

    found = []
    for entry in register.PAGES:
        window.shell.open_page(entry.key)
        settle(window.runner)
        found += [f"{code} {entry.key}: {one}" for one in unnamed_controls(window)]
    window.shell.open_page("directory", "all")
    settle(window.runner)
    window.shell.page().rows.select_place(0)
    settle(window.runner)
    found += [f"{code} editor: {one}" for one in unnamed_controls(window)]
    page = window.shell.page()
    page.editor.when.edit_hours()
    found += [f"{code} hours: {one}" for one in unnamed_controls(page.editor.when.popover)]
    page.editor.when.close_hours()
    page.ask_for("category:bakery zzzz")
    page.save_list()
    settle(window.runner)
    found += [f"{code} finding: {one}" for one in unnamed_controls(window)]
    page.how_to_search()
    sheet = page.box.findChild(SearchHelp)
    found += [f"{code} how to search: {one}" for one in unnamed_controls(sheet)]
    sheet.close()
    page.name_line.cancel.click()
    page.ask_for("")
    settle(window.runner)
    for name, act in (
        ("palette", window.shell.show_palette),
        ("keys", window.shell.show_keys),
        ("ask", page.editor.ask),
        ("withdraw", page.editor.withdraw),
    ):
        act()
        settle(window.runner)
        dialog = QApplication.activeModalWidget()
        assert dialog is not None, name
        found += [f"{code} {name}: {one}" for one in unnamed_controls(dialog)]
        dialog.reject()
        settle(window.runner)
    return found


def main() -> None:
    """Walk, and tell."""
    os.environ |= {"QT_QPA_PLATFORM": "offscreen"}
    folder = Path(sys.argv[1])
    os.environ["PUERTAS_SETTINGS"] = str(folder / "settings.json")
    from directory_app.sample import make_sample
    from directory_app.ui import language
    from directory_app.ui.app import prepare
    from directory_app.ui.window.main_window import MainWindow
    from tests.ui import error_templates, translations
    from tests.ui.test_theme import too_near
    from tests.ui.waiting import settle

    prepare(["access"])
    path = make_sample(folder / "sample.puertas")
    found: list[str] = []
    for code in LANGUAGES:
        language.apply(code)
        window = MainWindow()
        window.resize(1280, 820)
        window.open(path)
        window.show()
        settle(window.runner)
        found += unnamed(window, code)
        window.close()
        window.runner.close()
    words = [key[1] for key, text in translations.messages(translations.KEPT).items() if not text]
    words += sorted(error_templates.templates() - set(translations.errors()))
    told = {
        "unnamed": found,
        "untranslated": words,
        "contrast": [*too_near("light"), *too_near("dark")],
    }
    sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
