"""Pictures of the export page."""

from tests.ui.shots import Shot


def _export(window: object) -> None:
    window.shell.open_page("export")


def _kind(name: str):
    def choose(window: object) -> None:
        page = window.shell.page()
        page.options.kinds.set_value(name)
        page.options.kinds.chosen.emit(name)

    return choose


def _saved(window: object) -> None:
    window.shell.page().save_to(window.shell.session.path.parent / "guide.html")


SHOTS = [
    Shot("export", (_export,)),
    Shot("export-web", (_export, _kind("html"), _saved), variants=("", "-dark", "-es")),
    Shot("export-private", (_export, _kind("private")), variants=("", "-dark", "-es", "-200")),
    Shot(
        "export-private-warning",
        (_export, _kind("private"), lambda w: w.shell.page().foot.save.click()),
        variants=("", "-dark", "-es", "-200"),
    ),
]
