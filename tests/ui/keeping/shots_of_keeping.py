"""Pictures of the pages that keep a directory safe, and of consent."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from directory_app.store.passphrases import strength
from tests.runs import record
from tests.ui.shots import Shot

ALL = ("", "-dark", "-es", "-200")


def _open(key: str) -> Callable[..., object]:
    return lambda window: window.shell.open_page(key)


def _unlock(window: object) -> None:
    lock = window.centralWidget()
    lock.field.setText("four random paper words")
    lock.unlock.click()


def _back_up(window: object) -> None:
    window.shell.page().now.click()


def _dialog(name: str) -> Callable[..., object]:
    return lambda window: window.shell.page()._open(name)


def _widen(width: int, height: int) -> Callable[..., object]:
    def widen(window: object) -> None:
        dialog = QApplication.activeModalWidget()
        dialog.resize(min(width, window.width() - 8), min(height, window.height() - 40))

    return widen


def _run(window: object) -> None:
    from directory_app.store.store import Store

    def write(store: Store) -> None:
        listed = store.listings.public("print", store.today())
        record(
            store,
            event_id=store.events.all()[0].id,
            layout="sheet",
            languages="en,es",
            use_by=store.today(),
            copies=150,
            sha256="0" * 64,
            entries=[
                (one.code, {"name": one.name, "number": at + 1}) for at, one in enumerate(listed)
            ],
        )

    window.session.write(write)


def _withdraw(window: object) -> None:
    page = window.shell.page()
    page.rows.select_place(15)


def _mend(window: object) -> None:
    from directory_app.errors import UserError

    path = window.session.path
    window.show_mend(
        path,
        UserError(
            "The directory file is damaged.",
            "Restore the latest backup; keep the damaged folder until that has worked.",
        ),
    )


def _type(window: object) -> None:
    dialog = window.shell.page().dialog
    dialog.new.field(dialog.new.first).setText("quiet umbrella fourteen")
    dialog.new.meter.show_strength(strength("quiet umbrella fourteen"))


SHOTS = [
    Shot("consent", (_open("consent"),), variants=ALL),
    Shot("run", (_run, _open("runs"), lambda w: w.shell.page().table.selectRow(0)), variants=ALL),
    Shot("backups", (_open("backups"), _back_up, _back_up), variants=ALL),
    Shot("security", (_unlock, _open("security")), "encrypted", ALL),
    Shot("security-plain", (_open("security"),), variants=("", "-es")),
    Shot(
        "passphrase",
        (_unlock, _open("security"), _dialog("ChangePassphrase"), _type),
        "encrypted",
        ("", "-es"),
    ),
    Shot(
        "recovery",
        (_unlock, _open("security"), _dialog("NewRecoveryCode")),
        "encrypted",
        ("", "-dark"),
    ),
    Shot("new-key", (_unlock, _open("security"), _dialog("NewKey")), "encrypted", ("",)),
    Shot(
        "withdraw",
        (_run, _withdraw, lambda w: w.shell.page().editor.withdraw()),
        variants=ALL,
    ),
    Shot("mend", (_open("backups"), _back_up, _mend), variants=("", "-es", "-dark")),
]
