"""What the window does for a directory that is damaged, elsewhere, or in somebody else's hands."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QMainWindow, QWidget

from directory_app.errors import UserError
from directory_app.progress import Progress
from directory_app.store import synced
from directory_app.store.folder import Folder
from directory_app.ui import file_dialogs
from directory_app.ui.jobs import JobRunner
from directory_app.ui.plurals import count
from directory_app.ui.session import ClosedWork, Session
from directory_app.ui.widgets import dates
from directory_app.ui.window.idle import IdleWatch

if TYPE_CHECKING:
    from directory_app.store.clock import ClockTrouble
    from directory_app.store.restore import RestoredNew
    from directory_app.ui.parts.restore_dialog import NewFromBackup
    from directory_app.ui.shell.shell import Shell


class Mending(QMainWindow):
    """A part of MainWindow: mending, work on a closed directory, banners, backups by the hour."""

    runner: JobRunner
    idle: IdleWatch
    session: Session | None
    shell: "Shell | None"
    open: Callable[[Path], None]
    choose: Callable[[], None]
    show_welcome: Callable[[], None]
    show_error: Callable[[object], None]
    _show: Callable[[QWidget], None]

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
