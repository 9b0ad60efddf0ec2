"""What the window loads at its start, and what only when somebody wants it."""

import json
import os
import subprocess
import sys
from pathlib import Path

#: Opens the window, lets it settle, chooses a row, and tells what was loaded before and after.
_SCRIPT = """
import json, sys
from pathlib import Path
from directory_app.ui.app import prepare
from directory_app.ui.window.main_window import MainWindow
from tests.ui.waiting import settle

HEAVY = ("sqlalchemy", "pydantic", "directory_app.ui.pages.directory.editor.editor")
loaded = lambda: [name for name in HEAVY if name in sys.modules]
app = prepare(["start"])
window = MainWindow()
window.open(Path(sys.argv[1]))
window.show()
settle(window.runner, 60)
counts = {row.key: row.count for row in window.shell.side.list.entries.rows}
start = loaded()
window.shell.page().rows.select_place(0)
settle(window.runner)
name = window.shell.page().editor.head.title.whole_text()
print(json.dumps({"start": start, "chosen": loaded(), "counts": counts, "name": name}))
window.close()
"""


def test_the_tables_are_loaded_when_a_row_is_chosen_and_not_before(
    sample: Path, tmp_path: Path
) -> None:
    """They take as much memory as the whole window; counts and undo must do without them."""
    environment = os.environ | {"PUERTAS_SETTINGS": str(tmp_path / "settings.json")}
    command = [sys.executable, "-c", _SCRIPT, str(sample)]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    told = json.loads(run.stdout)
    assert told["start"] == []
    assert len(told["chosen"]) == 3
    assert told["counts"]["all"] == 18
    assert told["counts"]["events"] == 2
    assert told["name"] == "Abarrotes Lupita e Hijos"
