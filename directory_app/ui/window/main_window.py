"""The one window: the welcome, the lock, or the shell over an open directory."""

import os
import tempfile
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QLocale, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from directory_app import hardening, settings
from directory_app.errors import UserError
from directory_app.progress import Progress
from directory_app.store import synced
from directory_app.store.folder import Folder, inspect
from directory_app.store.synced import refuse_elsewhere
from directory_app.ui import clipboard, file_dialogs, language, theme
from directory_app.ui.jobs import JobRunner
from directory_app.ui.plurals import count
from directory_app.ui.session import ClosedWork, Session, WordNeeded, open_store
from directory_app.ui.shell import deeds
from directory_app.ui.shell.shell import Shell
from directory_app.ui.widgets import dates, room
from directory_app.ui.widgets.base import Translated
from directory_app.ui.window.idle import IdleWatch

if TYPE_CHECKING:
    from directory_app.store import Store
    from directory_app.store.clock import ClockTrouble
    from directory_app.store.restore import RestoredNew
    from directory_app.ui.away import Away
    from directory_app.ui.parts.restore_dialog import NewFromBackup
    from directory_app.ui.shell.shell import Shell, Unfinished
    from directory_app.ui.widgets.working import Working


class AnywhereKeys(QObject):
    """Calls an act when its keys are pressed in any window of the program."""

    def __init__(self, parent: QObject, acts: Mapping[str, Callable[[], object]]) -> None:
        """``acts``: by keys as QKeySequence reads them."""
        super().__init__(parent)
        self._acts = {QKeySequence(keys).toString(): act for keys, act in acts.items()}
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._listen)
        for window in app.topLevelWindows():
            self._listen(window)

    def _listen(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that are ours, and let all else go on."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        act = self._acts.get(QKeySequence(event.keyCombination()).toString())
        if act is None or event.isAutoRepeat():
            return False
        act()
        return True


SAMPLE_NAME = "sample.puertas"
_WANTED = QSize(1280, 820)
#: What a window manager puts around a window: edges and a title, known only once it is shown.
_FRAME = QSize(8, 40)


#: Milliseconds between two looks whether a backup is due.
_LOOK_FOR_BACKUP = 10 * 60 * 1000


#: Seconds that the system's keyring may take to forget, when the window closes at once.
_KEYRING_PATIENCE = 2.0


def _end() -> None:
    """The end of this process, whatever dialog of the system is open."""
    os._exit(0)


def _start_again(path: Path) -> None:
    """A new process at the passphrase, and the end of this one."""
    from directory_app.ui.window.again import start_again

    start_again(path)


class MainWindow(Translated, QMainWindow):
    """``show_welcome``, ``open(path)``; closing it lets go of the directory."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumSize(QSize(640, 360))
        self.resize(self._first_size())
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.runner = JobRunner(self)
        self.runner.unhandled.connect(self.show_error)
        self.runner.slow.connect(self._slow)
        self.session: Session | None = None
        self.shell: Shell | None = None
        self._working: Working | None = None
        self._held: QWidget | None = None
        self._word: QDialog | None = None
        self._sample: Path | None = None
        self._hourly = QTimer(self, interval=_LOOK_FOR_BACKUP)
        self._hourly.timeout.connect(self._keep_safe)
        self._hourly.start()
        self.idle = IdleWatch(self)
        self.idle.due.connect(self.lock)
        #: How a lock begins anew; it does not come back. Replaced in tests.
        self.start_again: Callable[[Path], None] = _start_again
        #: How the window closes at once; it does not come back either. Replaced in tests.
        self.end: Callable[[], None] = _end
        self._away: Away | None = None
        anywhere = {"lock": self.lock, "vanish": self._vanish_key}
        self._anywhere = AnywhereKeys(
            self, {deeds.BY_KEY[key].keys: act for key, act in anywhere.items()}
        )
        for key, act in self._deeds().items():
            if deeds.BY_KEY[key].keys:
                QShortcut(QKeySequence(deeds.BY_KEY[key].keys), self, anywhere.get(key, act))
        self.retranslate()

    def _deeds(self) -> dict[str, Callable[[], object]]:
        """What the window itself does of ``deeds.DEEDS``, with a directory open or without."""
        return {
            "new": self._ask_new,
            "open": self.choose,
            "quit": self.close,
            "speak": self._speak_other,
            "vanish": self.vanish,
        }

    def _speak_other(self) -> None:
        self.speak("en" if language.current() == "es" else "es")

    def _first_size(self) -> QSize:
        """As the pictures of the design, or what the screen has room for beside its own frame."""
        free = room.on_screen_of(self) - _FRAME
        return _WANTED.boundedTo(free).expandedTo(self.minimumSize())

    def retranslate(self) -> None:
        """Set the title: lists of windows and screen sharing show it, so it names no directory."""
        self.setWindowTitle("Puertas")
        self.setLocale(QLocale())  # of dates and numbers in all that stands in it

    # -- stages

    def show_welcome(self) -> None:
        """Three ways to begin."""
        from directory_app.ui.window.welcome import Welcome

        welcome = Welcome()
        welcome.create_wanted.connect(self._ask_new)
        welcome.open_wanted.connect(self.choose)
        welcome.restore_wanted.connect(self.choose_backup)
        welcome.sample_wanted.connect(self._make_sample)
        welcome.language_wanted.connect(self.speak)
        self._show(welcome)
        QTimer.singleShot(0, self, theme.load_fallbacks)
        welcome.create_choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def open(self, path: Path) -> None:
        """Open a directory; an encrypted one shows its lock first."""
        path = path.expanduser().absolute()
        try:
            refuse_elsewhere(path)
            folder = inspect(path)
        except UserError as error:
            self._not_opened(path, error)
            return
        if folder.encrypted:
            self._show_lock(path)
        else:
            self._open_plain(path)

    def _open_plain(self, path: Path) -> None:
        try:
            session = Session(path, self.runner, parent=self)
        except UserError as error:
            self._not_opened(path, error)
            return
        self._enter(session)

    def _show_lock(self, path: Path) -> None:
        from directory_app.ui.window.welcome import Lock

        lock = Lock(path)
        lock.unlock_wanted.connect(lambda passphrase: self._unlock(path, passphrase))
        lock.keyring_wanted.connect(lambda: self._unlock(path, None, keyring=True))
        lock.other_wanted.connect(self.choose)
        lock.language_wanted.connect(self.speak)
        self._show(lock)
        QTimer.singleShot(0, self, theme.load_fallbacks)
        lock.focus_first()

    def _unlock(self, path: Path, passphrase: str | None, *, keyring: bool = False) -> None:
        hardening.not_dumpable()

        def work(_progress: Progress) -> Any:
            store, refused = open_store(path, passphrase, keyring=keyring)
            return store, refused

        def done(opened: Any) -> None:
            store, refused = opened
            self._enter(Session(path, self.runner, store, parent=self))
            if refused is not None:
                self._read_only(refused)

        def failed(error: Exception) -> None:
            self._locked_out(path, error)

        self.runner.start(work, done, failed=failed, lane="store")

    def _locked_out(self, path: Path, error: Exception) -> None:
        from directory_app.store.keys import WrongSecretError
        from directory_app.ui.window.mend import is_damage
        from directory_app.ui.window.welcome import Lock

        lock = self.centralWidget()
        wrong = isinstance(error, WrongSecretError)
        if isinstance(error, UserError) and not wrong and is_damage(error, path):
            self.show_mend(path, error)
            return
        if isinstance(lock, Lock) and isinstance(error, UserError):
            lock.refuse(error)
            return
        if isinstance(lock, Lock):
            lock.set_busy(False)
        self.show_error(error)

    def _enter(self, session: Session) -> None:
        if self.session is not None:
            self.session.close()
        self.session = session
        session.read_only.connect(self._read_only)
        session.closed_work.connect(self.work_closed)
        session.ask_word = self._ask_word
        try:
            self.shell = Shell(session)
        except UserError as error:  # the very first rows lie where the file is damaged
            self._not_opened(session.path, error)
            return
        self.shell.went_wrong.connect(self.show_error)
        self.shell.lock_wanted.connect(self.lock)
        self.shell.deed_wanted.connect(lambda key: self._deeds()[key]())
        self.shell.settings_changed.connect(self.apply_settings)
        self._show(self.shell)
        self.shell.page().focus_first()
        if session.path == self._sample:
            self._tell_of_the_sample()
        self._tell_of_the_restore()
        self._tell_of_open_runs()
        session.opened.connect(lambda: session.ask(_clock_trouble, self._tell_of_the_clock))
        self._tell_of_the_field()
        if session.encrypted:
            self.shell.take_up_unfinished()
        self.retranslate()
        # after the first paint: what is loaded here takes longer than the window itself
        QTimer.singleShot(0, self, lambda: QTimer.singleShot(0, self, self._warm))

    def _tell_of_the_field(self) -> None:
        """What a field directory is for, and until when."""
        terms = self.session.field if self.session is not None else None
        if self.shell is not None and terms is not None:
            until = terms.until
            self.shell.show_banner(
                lambda: self.tr(
                    "Field directory, to look at and to print from. Its last day is %1."
                ).replace("%1", dates.short(until)),
                "",
                "accent",
            )

    def _tell_of_the_sample(self) -> None:
        """Whoever looked around begins from here with a list of their own."""
        if self.shell is not None:
            banner = self.shell.show_banner(
                lambda: self.tr("This is the sample: nothing in it is real."),
                lambda: self.tr("Start my directory…"),
                "accent",
            )
            banner.pressed.connect(self._ask_new)

    def _warm(self) -> None:
        if self.session is None:
            return
        kept = settings.load()
        if self.session.encrypted:  # first of all: nothing that fails may leave it unlocked
            self.idle.start(kept.lock_minutes)
            self._watch_away()
        self.session.check(self._checked)
        if kept.remember_directory and self.session.path.name != SAMPLE_NAME:
            self._remember(self.session.path)
        theme.load_fallbacks()
        self.session.warm()

    def _watch_away(self) -> None:
        """Lock before the laptop sleeps, and with its screen."""
        if self._away is None:
            from directory_app.ui import away

            self._away = away.watch(self)
            self._away.about_to_sleep.connect(lambda: self.lock(in_haste=True))
            self._away.screen_locked.connect(self._screen_locked)

    def _screen_locked(self) -> None:
        if settings.load().lock_with_screen:
            self.lock()

    def _remember(self, path: Path) -> None:
        def work(_progress: Progress) -> None:
            from directory_app.tasks import last_directory

            last_directory.keep(path)

        self.runner.start(work, failed=self.show_error, lane="keyring", quiet=True)

    def _show(self, stage: QWidget) -> None:
        before = self.takeCentralWidget()
        if before is not None:
            before.deleteLater()
        self.setCentralWidget(stage)

    # -- beginnings

    def choose(self) -> None:
        """Ctrl+O: a folder whose name ends in .puertas."""
        title = self.tr("Open a directory (a folder whose name ends in .puertas)")
        chosen = file_dialogs.open_folder(self, title)
        if chosen is not None:
            self.open(chosen)

    def _ask_new(self) -> None:
        from directory_app.ui.window.create_dialog import CreateDialog

        dialog = CreateDialog(self)
        dialog.made.connect(self._create)
        dialog.open()

    def _create(self, wanted: Any) -> None:
        def work(_progress: Progress) -> None:
            from directory_app.store.store import Store

            with Store.create(wanted.path, passphrase=wanted.passphrase) as store:
                if wanted.person:
                    store.people.add(wanted.person)

        def done(_nothing: None) -> None:
            if wanted.passphrase is None:
                self.open(wanted.path)
            else:
                self._unlock(wanted.path, wanted.passphrase)

        text = self.tr("Making the directory")
        self.runner.start(work, done, failed=self.show_error, text=text, lane="store")

    def _make_sample(self) -> None:
        self._sample = folder = Path(tempfile.mkdtemp(prefix="puertas-")) / SAMPLE_NAME

        def work(progress: Progress) -> Path:
            from directory_app.sample import make_sample

            return make_sample(folder, progress=progress)

        text = self.tr("Making the sample")
        self.runner.start(work, self.open, failed=self.show_error, text=text, lane="store")

    # -- the rest

    def lock(self, *, in_haste: bool = False) -> None:
        """Forget everything by starting again: closing alone leaves words in memory.

        What is being edited is kept in the directory, unapplied, and is there again after
        unlocking. A plain directory has nothing to lock. ``in_haste``: the system waits a few
        seconds before it sleeps, so a backup that is due is left to the next time.
        """
        if self.session is None or self.shell is None or not self.session.encrypted:
            return
        self.idle.stop()
        clipboard.forget()  # the end of the process would not, on every system
        from directory_app.ui.window import held

        typed = self._typed()
        shown = held.hide_all()  # dialogs too, and now: what follows may take a while
        error = self.shell.keep_unfinished(typed)
        if error is None:
            self._lock_now(in_haste=in_haste)
            return
        deeds = held.Deeds(
            lambda: self._try_to_keep(typed), self._lock_now, lambda: self._stay(shown)
        )
        self._held = held.HeldLock(self.session.path, error, self.runner, deeds)
        self._held.resize(self.size())
        self._held.show()
        self._held.focus_first()

    def _typed(self) -> "Unfinished":
        """What is typed and not applied; a change that waits for a word is not kept either."""
        if self._word is not None:
            self._word.reject()
        return self.shell.unfinished() if self.shell is not None else {}

    def _try_to_keep(self, typed: "Unfinished") -> Exception | None:
        if self.shell is None:
            return None
        # a save that was under way at the lock may have failed since
        return self.shell.keep_unfinished({**self.shell.unfinished(), **typed})

    def _stay(self, shown: list[QWidget]) -> None:
        """Whoever knows the passphrase goes on with what a lock would have lost."""
        from directory_app.ui.window import held

        self._held = None
        held.show_again(shown)
        self.idle.start(settings.load().lock_minutes)

    def _lock_now(self, *, in_haste: bool = False) -> None:
        if self.session is None:
            return
        path = self.session.path
        if not in_haste:
            self.session.keep_safe()
        self.runner.close()
        self.session.close()
        self.session = self.shell = None
        self.start_again(path)

    def _vanish_key(self) -> None:
        if settings.load().vanish_key:
            self.vanish()

    def vanish(self) -> None:
        """Close at once, ask nothing, and let the keyring open the directory no more.

        All windows are gone first. What is being edited is kept where the disk takes it; what
        the clipboard holds goes, whoever copied it.
        """
        from directory_app.store.key_slots import let_keyring_forget
        from directory_app.ui.window import held
        from directory_app.ui.window.welcome import Lock

        self.idle.stop()
        stage = self.centralWidget()
        locked = stage.path if isinstance(stage, Lock) else None
        typed = self._typed()
        held.hide_all()
        clipboard.forget(everything=True)
        path = locked
        if self.session is not None and self.shell is not None:
            path = self.session.path if self.session.encrypted else None
            self.shell.keep_unfinished(typed)
        self.runner.close()
        if self.session is not None:
            self.session.close()
            self.session = self.shell = None
        if path is not None:
            let_keyring_forget(Folder(path), _KEYRING_PATIENCE)
        self.end()

    def speak(self, code: str) -> None:
        """Change the language of the window and remember it."""
        kept = settings.load()
        kept.language = code
        settings.save(kept)
        language.apply(code)

    def apply_settings(self) -> None:
        """Follow what the settings page changed."""
        kept = settings.load()
        language.apply(kept.language)
        if self.session is not None and self.session.encrypted:
            self.idle.start(kept.lock_minutes)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, kept.appearance)

    def _ask_word(self, needed: WordNeeded) -> None:
        """Ask whether it is another business than one that asked to be forgotten.

        Which sign they share is not said: who does not know the business need not learn it.
        """
        from directory_app.ui import alerts

        if self._word is not None:  # a field that the question took the keyboard from saves again
            needed.leave()
            return
        names = [self.tr("“%1”").replace("%1", name) for name in needed.error.names[:3]]
        more = len(needed.error.names) - len(names)
        names += [f"+ {QLocale().toString(more)}"] if more else []
        self._word = alert = alerts.Alert(
            self.tr("Is it one that asked to be forgotten?"),
            self.tr(
                "%1 is like a business whose owner asked us to forget it. We kept nothing that "
                "says who it was, so only a person can tell. If you are not sure, leave it out: "
                "its owner trusted us with that."
            ).replace("%1", ", ".join(names)),
            yes=self.tr("It is another business"),
            no=self.tr("Leave it out"),
            parent=self,
        )
        alert.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        alert.finished.connect(partial(self._word_given, needed))
        alert.open()

    def _word_given(self, needed: WordNeeded, result: int) -> None:
        self._word = None
        if result:
            needed.another()
        else:
            needed.leave()

    def show_error(self, error: object) -> None:
        """An alert over the window; over a lock that holds something, its own words say why."""
        from directory_app.ui import alerts

        if self._held is not None:
            return

        if isinstance(error, BaseException):
            alerts.show_error(error, self)

    def _slow(self, job: Any) -> None:
        if self.shell is not None:
            return
        from directory_app.ui.widgets.working import Working

        if self._working is None:
            self._working = Working(self)
        self._working.follow(job)

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark as a whole."""
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what was typed, then let go."""
        if (
            self.shell is not None
            and self.shell.stack.count()
            and not self.shell.page().can_leave()
        ):
            event.ignore()
            return
        self.idle.stop()
        if self._away is not None:
            self._away.stop()
        self.hide()  # a backup may take a while
        if self.session is not None:
            self.session.keep_safe()
        self.runner.close()
        if self.session is not None:
            self.session.close()
            self.session = None
        event.accept()

    def _not_opened(self, path: Path, error: UserError) -> None:
        """Each reason its own sentence; a damaged one can be mended, a synced one be allowed."""
        from directory_app.ui.window.mend import is_damage

        if path.is_dir() and synced.elsewhere(path) is not None and not synced.allowed():
            self._show_elsewhere(path, error)
        elif is_damage(error, path):
            self.show_mend(path, error)
        else:
            if self.centralWidget() is None:
                self.show_welcome()
            self.show_error(error)

    def show_mend(self, path: Path, error: UserError) -> None:
        """Offer a backup, or to save what can be read."""
        from directory_app.ui.window.mend import Mend

        self._let_go()
        mend = Mend(path, error)
        mend.restore_wanted.connect(lambda file: self._ask_restore(path, file))
        mend.salvage_wanted.connect(lambda: self._ask_salvage(path))
        mend.again_wanted.connect(lambda: self.open(path))
        mend.other_wanted.connect(self.choose)
        self._show(mend)
        mend.focus_first()

    def _ask_restore(self, path: Path, file: Path) -> None:
        from directory_app.ui.parts.restore_dialog import RestoreDialog

        encrypted = Folder(path).keys.exists()
        dialog = RestoreDialog(path, file, self.runner, encrypted=encrypted, parent=self)
        dialog.wanted.connect(lambda wanted: self.do_closed(path, wanted))
        dialog.went_wrong.connect(self.show_error)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_salvage(self, path: Path) -> None:
        from directory_app.ui.parts.restore_dialog import SalvageDialog

        dialog = SalvageDialog(path, encrypted=Folder(path).keys.exists(), parent=self)
        dialog.wanted.connect(lambda wanted: self.do_closed(path, wanted))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def choose_backup(self) -> None:
        """A backup becomes a new directory: of a laptop that is gone, for instance."""
        file = file_dialogs.open_file(self, self.tr("A backup"), "*.puertas-backup")
        if file is not None:
            self.ask_restore_new(file)

    def ask_restore_new(self, file: Path) -> None:
        """Ask for its name, its place and its passphrase."""
        from directory_app.ui.parts.restore_dialog import RestoreNewDialog

        dialog = RestoreNewDialog(file, self)
        dialog.made.connect(self._restore_new)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _restore_new(self, wanted: "NewFromBackup") -> None:
        def work(progress: Progress) -> "RestoredNew":
            from directory_app.store.restore import restore_as_new

            return restore_as_new(wanted.path, wanted.file, wanted.passphrase, progress)

        def done(made: "RestoredNew") -> None:
            from directory_app.ui.parts.restore_dialog import brought

            self.open(made.path)
            told = [brought(made.brought), *made.brought.trouble]
            if any(told):
                self.tell(self.tr("The backup is restored"), "\n".join(filter(None, told)))

        text = self.tr("Restoring the backup")
        self.runner.start(work, done, failed=self.show_error, text=text, lane="store")

    def _tell_of_the_restore(self) -> None:
        """As long as nobody has said who refused since the backup, and a way to say it."""
        if self.shell is None or self.session is None:
            return
        session, since = self.session, self.session.browser.refusals_unknown_since()
        if since is None:
            return
        banner = self.shell.show_banner(
            lambda: self.tr(
                "Restored from a backup of %1: nothing goes out until somebody has said who "
                "refused or withdrew since."
            ).replace("%1", dates.long(since)),
            lambda: self.tr("Answer…"),
            "danger",
        )

        def ask() -> None:
            from directory_app.ui.parts.restore_dialog import RefusedSinceDialog

            dialog = RefusedSinceDialog(session, since, self)
            dialog.answered.connect(banner.deleteLater)
            dialog.went_wrong.connect(self.show_error)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

        banner.pressed.connect(ask)

    def _tell_of_open_runs(self) -> None:
        """A run that was begun and not finished: paper may be out that nobody counted."""
        if self.shell is None or self.session is None:
            return
        shell, found = self.shell, self.session.browser.open_runs()
        if not found:
            return
        number, begun = found[-1]
        day, more = begun.astimezone(self.session.timezone).date(), len(found) - 1
        banner = shell.show_banner(
            lambda: self._open_run_words(number, dates.long(day), more),
            lambda: self.tr("Look…"),
            "warn",
        )
        banner.pressed.connect(lambda: shell.open_page("runs", f"{number:04}"))
        banner.pressed.connect(banner.deleteLater)

    def _open_run_words(self, number: int, day: str, more: int) -> str:
        said = self.tr(
            "Run {number} was begun on {day} and not finished: paper or a file of it may be out."
        ).format(number=f"{number:04}", day=day)
        if not more:
            return said
        rest = count(
            more, self.tr("Another one was not, either."), self.tr("{n} more were not, either.")
        )
        return f"{said} {rest}"

    def _show_elsewhere(self, path: Path, error: UserError) -> None:
        """A folder that copies itself away: explained, and allowed on this laptop by a word."""
        from directory_app.ui.window.mend import Elsewhere

        stage = Elsewhere(path, error)
        stage.other_wanted.connect(self.choose)
        stage.allowed.connect(lambda: self.open(path))
        self._show(stage)
        stage.focus_first()

    def _let_go(self) -> None:
        """Close the directory that is open, if one is."""
        self.idle.stop()
        if self.session is not None:
            self.session.close()
        self.session = self.shell = None

    def _read_only(self, why: UserError) -> None:
        """Say all the time that nothing can be changed, and why."""
        if self.shell is not None and self.session is not None:
            path = self.session.path
            from directory_app.ui import spoken

            banner = self.shell.show_banner(
                lambda: self.tr("Only to look at: %1").replace("%1", spoken.whole(why)),
                lambda: self.tr("Try again"),
                "warn",
            )
            banner.pressed.connect(lambda: self.open(path))

    def _tell_of_the_clock(self, trouble: "ClockTrouble | None") -> None:
        """The computer's clock can't be right: what day counts, and a word where it leapt."""
        if trouble is None or self.shell is None or self.session is None:
            return
        from directory_app.ui.parts.words import is_spanish

        session = self.session
        banner = self.shell.show_banner(
            lambda: trouble.sentence("es" if is_spanish() else "en", dates.long),
            lambda: self.tr("The clock is right") if trouble.ahead else self.tr("Close"),
            "warn",
        )

        def confirm() -> None:
            banner.hide()
            if trouble.ahead:
                session.write(lambda store: store.confirm_clock(), lambda _nothing: None)

        banner.pressed.connect(confirm)

    def _checked(self, problems: list[str]) -> None:
        """The look at each start found damage: keep working on it no further."""
        if not problems or self.shell is None or self.session is None:
            return
        path = self.session.path
        error = UserError(problems[0], self.tr("Restore the latest backup; this one is kept."))
        text = self.tr("The directory file is damaged: %1").replace("%1", problems[0])
        banner = self.shell.show_banner(text, self.tr("Mend it…"), "danger")
        banner.pressed.connect(lambda: self.show_mend(path, error))

    def _keep_safe(self) -> None:
        """Hourly while something changes; the store decides whether it is due."""
        if self.session is not None and self.session.writable:
            from directory_app.tasks import keep_safe

            self.session.ask(keep_safe)

    def work_closed(self, wanted: ClosedWork) -> None:
        """Close the directory, do something to it, and open it again: at its passphrase."""
        if self.session is None or self.shell is None or not self.shell.page().can_leave():
            return
        path = self.session.path
        self.idle.stop()
        self.session.close()
        self.session = self.shell = None
        self.do_closed(path, wanted)

    def do_closed(self, path: Path, wanted: ClosedWork) -> None:
        """The same where it is closed already."""
        from directory_app.ui.window.mend import Busy

        self._show(Busy(wanted.text))

        def done(result: Any) -> None:
            self.open(wanted.opened(result) or path)
            self.tell(*wanted.told(result))

        def failed(error: Exception) -> None:
            self.open(path)
            self.show_error(error)

        self.runner.start(
            lambda progress: wanted.work(path, progress),
            done,
            failed=failed,
            cancelled=lambda: self.open(path),
            text=wanted.text,
            lane="store",
        )

    def tell(self, message: str, hint: str) -> None:
        """Say that something is done, over whatever is shown."""
        from directory_app.ui import alerts

        alerts.tell(message, hint, self)


def _clock_trouble(store: "Store") -> "ClockTrouble | None":
    return store.clock.trouble()
