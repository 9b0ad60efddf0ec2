"""What shuts somebody out: controls without a name, words without Spanish, colours too near."""

import json
import tempfile

from measure import Absolute, Figure, spawn

_NAMES = {
    "unnamed": "controls without an accessible name, every page and dialog, both languages",
    "untranslated": "words of the window, and of what goes wrong below it, without Spanish",
    "contrast": "pairs of colours that fail WCAG 2.2 AA, light and dark",
}


def measure() -> list[Figure]:
    """Three counts; each has to be nought."""
    with tempfile.TemporaryDirectory() as folder:
        told = json.loads(spawn("tests/ui/access_walk.py", folder).communicate()[0])
    return [Absolute(name, len(told[key]), 0, "", 0, "none") for key, name in _NAMES.items()]
