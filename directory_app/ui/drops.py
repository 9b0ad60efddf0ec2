"""Lists and packets that are dropped on the window."""

from collections.abc import Collection
from pathlib import Path

from PySide6.QtGui import QDropEvent

#: What the import reads, by the file's ending.
ENDINGS = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".geojson", ".kml", ".kmz", ".vcf", ".zip")
#: The ending of a packet for another laptop (store.packet_file.ENDING).
PACKET = ".puertas-packet"


def dropped_list(event: QDropEvent) -> Path | None:
    """The first file of a drop that looks like a list, if there is one."""
    return _first(event, ENDINGS)


def dropped_packet(event: QDropEvent) -> Path | None:
    """The first file of a drop that is a packet by its ending, if there is one."""
    return _first(event, (PACKET,))


def _first(event: QDropEvent, endings: Collection[str]) -> Path | None:
    for url in event.mimeData().urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.suffix.lower() in endings:
            return path
    return None
