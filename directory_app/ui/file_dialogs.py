"""The system's dialogs for files: the one place that opens them, so that Qt keeps no list of them.

Names are offered that say nothing of an event or a business, in a folder that no program copies
to other machines.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

from directory_app import paths

if TYPE_CHECKING:
    from directory_app.store.synced import Elsewhere
    from directory_app.tasks import leaving
    from directory_app.ui.session import Session

translate = QCoreApplication.translate


def ask_where(
    session: "Session",
    parent: QWidget,
    title: str,
    kind: "leaving.Kind",
    then: Callable[[Path], object],
    *,
    stem: str = "",
    filters: str = "",
) -> None:
    """Ask where a thing that leaves is to lie, and go on with the place; not if they cancel.

    ``stem`` is the name of what has no number; ``filters`` are Qt's, by default the endings.
    """

    def known(number: int | None) -> None:
        from directory_app.tasks import leaving

        offered = f"{stem}{kind.endings[0]}" if stem else leaving.file_name(kind, number)
        path = _save(parent, title, offered, filters or _filters(kind), kind)
        if path is not None:
            then(path)

    if kind.numbered:
        session.ask(lambda store: store.runs.next_number(), known)
    else:
        known(None)


def _save(
    parent: QWidget, title: str, offered: str, filters: str, kind: "leaving.Kind"
) -> Path | None:
    from directory_app.tasks import leaving

    folder = leaving.default_folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    name, chosen = QFileDialog.getSaveFileName(parent, title, str(folder / offered), filters)
    forget()
    if not name:
        return None
    path = with_ending(Path(name), kind, chosen)
    # the system asked about the name that was typed, not about the one that it became
    if str(path) != name and path.exists() and not may_replace(path, parent):
        return None
    return path


def with_ending(path: Path, kind: "leaving.Kind", chosen: str = "") -> Path:
    """The path with an ending of its kind: as typed, else that of the filter that was chosen."""
    if path.name.lower().endswith(kind.endings):
        return path
    ending = next((one for one in kind.endings if f"*{one}" in chosen), kind.endings[0])
    return path.with_name(f"{path.name}{ending}")


def may_replace(path: Path, parent: QWidget) -> bool:
    """Ask whether a file may go that has the name which the typed one became."""
    from directory_app.ui import alerts

    return alerts.ask(
        translate("FileDialogs", "There is a file of this name already"),
        path.name,
        translate("FileDialogs", "Replace it"),
        danger=True,
        parent=parent,
    )


def with_warning(words: str, elsewhere: "Elsewhere | None") -> str:
    """What was done, and where its folder goes by itself."""
    if elsewhere is None:
        return words
    if elsewhere.network:
        told = translate("FileDialogs", "It lies on a network share.")
    else:
        told = translate("FileDialogs", "{program} copies this folder to other machines.")
        told = told.format(program=elsewhere.name)
    return f"{words.removesuffix('.')}. {told}"


def open_folder(parent: QWidget, title: str, start: Path | None = None) -> Path | None:
    """A folder that there is; None if they cancel."""
    name = QFileDialog.getExistingDirectory(parent, title, str(start or paths.documents()))
    forget()
    return Path(name) if name else None


def open_file(parent: QWidget, title: str, filters: str) -> Path | None:
    """A file to read; None if they cancel."""
    found = open_files(parent, title, filters, one=True)
    return found[0] if found else None


def open_files(
    parent: QWidget, title: str, filters: str, *, one: bool = False, start: Path | None = None
) -> Sequence[Path]:
    """Files to read; none if they cancel."""
    where = str(start or paths.documents())
    if one:
        name, _kind = QFileDialog.getOpenFileName(parent, title, where, filters)
        names = [name] if name else []
    else:
        names, _kind = QFileDialog.getOpenFileNames(parent, title, where, filters)
    forget()
    return [Path(name) for name in names]


def keep_no_places() -> None:
    """Give Qt's own settings no file to write: its dialogs would list the folders they showed.

    That works where they are files; where the system keeps them, ``forget`` takes them out.
    """
    nowhere = str(Path("/dev/null") / "none")
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, nowhere)


def forget() -> None:
    """Take out what a dialog has just kept: the folders it showed, and the files chosen."""
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    kept.beginGroup("FileDialog")
    for key in ("history", "lastVisited", "shortcuts"):
        kept.remove(key)


def _filters(kind: "leaving.Kind") -> str:
    return ";;".join(f"{one.rpartition('.')[2].upper()} (*{one})" for one in kind.endings)
