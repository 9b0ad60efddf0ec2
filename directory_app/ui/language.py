"""The language of the window: English as written, Spanish from resources/translations."""

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from directory_app.paths import resource

CODES = ("en", "es")


class _State:
    code = ""
    translators: ClassVar[list["_Words"]] = []


class _Words(QTranslator):
    """Words held in memory.

    Qt would map the file: when an update writes another over it while the window is open, the
    next word that is looked up ends the program (a bus error).
    """

    def __init__(self, file: Path, parent: QCoreApplication) -> None:
        super().__init__(parent)
        try:
            self._bytes = file.read_bytes()  # Qt reads in these, and keeps none of its own
        except OSError:
            self._bytes = b""
        self.is_loaded = bool(self._bytes) and self.load(self._bytes)


def current() -> str:
    """``en`` or ``es``, as the window speaks now."""
    return _State.code or "en"


def wanted(preference: str) -> str:
    """The language of a setting; ``system`` asks the computer."""
    if preference in CODES:
        return preference
    return "es" if QLocale.system().language() == QLocale.Language.Spanish else "en"


def apply(preference: str) -> None:
    """Speak a language from now on; where it is another, every widget gets a LanguageChange."""
    code = wanted(preference)
    if code == _State.code:
        return
    app = QCoreApplication.instance()
    assert app is not None
    _State.code = code
    territory = QLocale.system().territory()
    spoken = QLocale.Language.Spanish if code == "es" else QLocale.Language.English
    same = QLocale.system().language() == spoken
    QLocale.setDefault(QLocale.system() if same else QLocale(spoken, _territory(territory)))
    before, _State.translators = _State.translators, []
    if code != "en":
        for name, folder in (("qtbase_es", _qt_folder()), ("puertas_es", _own_folder())):
            words = _Words(Path(folder) / f"{name}.qm", app)
            if words.is_loaded:
                app.installTranslator(words)
                _State.translators.append(words)
    for words in before:
        app.removeTranslator(words)
        words.deleteLater()


def _territory(system: QLocale.Country) -> QLocale.Country:
    """The computer's country for dates and numbers; the United States where it says none."""
    none = QLocale.Country.AnyTerritory
    return QLocale.Country.UnitedStates if system == none else system


def _own_folder() -> str:
    return str(resource("translations"))


def _qt_folder() -> str:
    return QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
