"""What holds for every test: no screen, and nothing of the person who runs them."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
#: Street data that happens to be on this computer would change every map.
os.environ["PUERTAS_MAP_DATA"] = str(Path(tempfile.gettempdir()) / "puertas-tests-no-map-data")
