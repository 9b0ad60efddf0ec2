"""The pictures of the guides, from those of ./dev shots: ``./dev shots --guides``.

Each is taken in English and Spanish and kept small in docs/images, where the guides and the
program find it: NAME.png and NAME.es.png.
"""

import os
import subprocess
import sys
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
SHOTS, KEPT = ROOT / "out" / "shots", ROOT / "docs" / "images"
#: The shots that stand in a guide.
NAMES = (
    "directory",
    "import",
    "ask",
    "map-event",
    "verify",
    "duplicates",
    "packet-review",
    "events",
    "guide",
)
#: The ending of a shot's name, and of the picture's, by language.
ENDINGS = {"en": ("", ""), "es": ("-es", ".es")}
#: So many colours are told apart on a screen of ours; more is noise of smoothed letters.
_COLOURS = 128


def files() -> dict[Path, Path]:
    """Where each picture is kept -> the shot that it is made from."""
    return {
        KEPT / f"{name}{kept}.png": SHOTS / f"{name}{shot}.png"
        for name in NAMES
        for shot, kept in ENDINGS.values()
    }


def main() -> None:
    """Take the shots, then keep them."""
    environment = os.environ | {"QT_SCALE_FACTOR": "1"}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    script = str(Path(__file__).with_name("shots.py"))
    for shot, _kept in ENDINGS.values():
        command = [sys.executable, script, f"--variant={shot}", *NAMES]
        subprocess.run(command, env=environment, check=True)
    KEPT.mkdir(exist_ok=True)
    for kept, shot in files().items():
        with Image.open(shot) as whole:
            few = whole.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
            few.save(kept, optimize=True)
    size = sum(kept.stat().st_size for kept in files()) // 1024
    sys.stdout.write(f"{len(files())} pictures, {size} KB, are in {KEPT.relative_to(ROOT)}\n")


if __name__ == "__main__":
    main()
