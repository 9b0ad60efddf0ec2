"""Private places: whether streets may be looked up on the internet, by whom, and by whom not."""

import math
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from directory_app.errors import UserError
from directory_app.tasks import asking
from directory_app.ui import alerts, spoken
from directory_app.ui.session import Session
from directory_app.ui.widgets.buttons import TickBox
from directory_app.ui.widgets.combo import Combo
from directory_app.ui.widgets.fields import Field, FieldRow
from directory_app.ui.widgets.remark import Remark

if TYPE_CHECKING:
    from directory_app.store.store import Store

#: Shown where no address is typed; the services themselves are in geocoding/online.
_NAMES = {
    "nominatim": "Nominatim (OpenStreetMap)",
    "photon": "Photon (Komoot)",
    "pelias": "Pelias",
    "census": "US Census Bureau",
}


def read(store: "Store") -> dict[str, str]:
    """The settings of look-ups. For a worker."""
    kind, _, address = store.settings.get(asking.SERVICE).partition("=")
    return {
        "kind": kind,
        "address": address,
        "rate": store.settings.get(asking.RATE),
        "proxies": store.settings.get(asking.PROXIES),
        "contact": store.settings.get(asking.CONTACT),
        "name": store.settings.get(asking.NAME),
        "wants": "yes" if kind and _wants_contact(store.settings.get(asking.SERVICE)) else "",
    }


def _wants_contact(text: str) -> bool:
    from directory_app.geocoding.online import services  # opens a socket when it is loaded

    return services.service(text).wants_contact


def keep(store: "Store", wanted: dict[str, str]) -> None:
    """Switch look-ups on with a service, or off (``kind`` ""): as ``read`` gives it, as typed.

    ``rate`` is requests a second; "" is the polite one: one, on this laptop no limit. UserError
    for no service, RateError and IdentityError for what stands in those fields.
    """
    kind, address = wanted["kind"], wanted["address"]
    if not kind:
        store.settings.set(asking.SERVICE, "")
        store.settings.set(asking.CENSUS, "")
        return
    from directory_app.geocoding.online import services

    chosen = services.service(f"{kind}={address}" if address else kind, _rate(wanted["rate"]))
    asking.remember_service(store, chosen)
    store.settings.set(asking.CENSUS, "yes" if chosen.kind == "census" else "")
    store.settings.set(asking.PROXIES, wanted["proxies"])
    try:
        asking.set_identity(store, wanted["name"], wanted["contact"])
    except UserError as error:
        raise IdentityError(error.message, error.hint) from error


def _rate(text: str) -> float | None:
    try:
        rate = float(text.replace(",", ".")) if text.strip() else None
    except ValueError:
        rate = math.nan
    if rate is not None and not 0 <= rate < math.inf:
        raise RateError(f"“{text}” is no number of requests a second.", "Write it as 1 or 0.5.")
    return rate


class RateError(UserError):
    """What was typed is no number of requests a second."""


class IdentityError(UserError):
    """What requests should say of who asks cannot be sent, or says too much."""


class PlacesSection(QWidget):
    """Off until somebody switches it on; what it sends, and to whom, is said beside it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._address = ""
        self.on = TickBox(self.tr("Look streets up on the internet"))
        self.kind = Combo("", list(_NAMES.items()))
        self.service_row = FieldRow(self.tr("Who is asked"), self.kind, above=True)
        self.address_row = FieldRow(
            self.tr("Its address, if it is your own"), Field(""), above=True
        )
        self.rate_row = FieldRow(
            self.tr("Requests a second, at most (empty: one)"), Field(""), above=True
        )
        self.census = Remark("warning", "warn", fill=True)
        self.name_row = FieldRow(
            self.tr("What requests say of who asks (empty: a neutral name)"), Field(""), above=True
        )
        self.contact_row = FieldRow(
            self.tr("An e-mail address for the service, which says nothing of the list"),
            Field(""),
            above=True,
        )
        self.proxies = TickBox(self.tr("Use the proxy of this computer"))
        self.told = Remark("info", "ink-soft", style="small", ink="ink-soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (
            self.on, self.told, self.service_row, self.census, self.address_row, self.contact_row,
            self.name_row, self.rate_row, self.proxies,
        ):  # fmt: skip
            column.addWidget(widget)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.on.clicked.connect(self._switched)
        self.kind.picked.connect(lambda _kind: self._picked())
        for row in (self.address_row, self.contact_row, self.name_row, self.rate_row):
            _field(row).committed.connect(lambda _text: self._keep())
        self.proxies.clicked.connect(self._keep)
        self.told.set_words(
            self.tr(
                "Off, nothing leaves this laptop. On, street and town are sent, never a name, and "
                "only of those whose owner said yes to Look-up. The service learns the internet "
                "address of this laptop too, and can keep it all. Each request is listed below."
            )
        )
        self._show()

    def show_settings(self, found: dict[str, str]) -> None:
        """Show what is kept."""
        self.on.setChecked(bool(found["kind"]))
        if found["kind"]:
            self.kind.set_value(found["kind"])
        elif not self.kind.value():
            self.kind.set_value("nominatim")
        _field(self.address_row).set_text(found["address"])
        _field(self.rate_row).set_text(found["rate"])
        _field(self.contact_row).set_text(found["contact"])
        _field(self.name_row).set_text(found["name"])
        self._tell_contact(found)
        self.proxies.setChecked(found["proxies"] == "yes")
        self._show()

    def _show(self) -> None:
        on = self.on.isChecked()
        for widget in (
            self.service_row, self.address_row, self.contact_row, self.name_row, self.rate_row,
            self.proxies,
        ):  # fmt: skip
            widget.setVisible(on)
        census = on and self.kind.value() == "census"
        text = self.tr("The US Census geocoder hands the addresses to a federal agency.")
        self.census.set_words(text if census else "")

    def _tell_contact(self, found: dict[str, str]) -> None:
        """A public service answers nobody whom it cannot write to."""
        text = self.tr("This service wants to know whom to write to. Until then it is not asked.")
        self.contact_row.say(text if found["wants"] and not found["contact"] else "")

    def _switched(self) -> None:
        if self.on.isChecked() and not self.kind.value():
            self.kind.set_value("nominatim")
        self._show()
        self._keep()

    def _picked(self) -> None:
        """Another service has another address. The Census is never taken without a question."""
        _field(self.address_row).set_text("")
        _field(self.rate_row).set_text("")
        self._show()
        if self.kind.value() == "census" and not self._agreed():
            self.kind.set_value("nominatim")
            self._show()
        self._keep()

    def _agreed(self) -> bool:
        return alerts.ask(
            self.tr("Hand the addresses to a federal agency?"),
            self.tr("The US Census geocoder is run by the federal government."),
            self.tr("Ask the Census Bureau"),
            danger=True,
            parent=self.window(),
        )

    def _keep(self) -> None:
        rows = {
            "address": self.address_row,
            "rate": self.rate_row,
            "contact": self.contact_row,
            "name": self.name_row,
        }
        wanted = {key: _field(row).text().strip() for key, row in rows.items()}
        wanted["kind"] = self.kind.value() if self.on.isChecked() else ""
        wanted["proxies"] = "yes" if self.proxies.isChecked() else ""

        def kept(store: Any) -> dict[str, str]:
            keep(store, wanted)
            return read(store)

        for row in rows.values():
            row.say("")
        self.session.ask(kept, self.show_settings, failed=self._refused)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, RateError):
            self.rate_row.say(self.tr("This is no number of requests. Write it as 1 or 0.5."))
        elif isinstance(error, IdentityError):
            self.contact_row.say(spoken.whole(error))
        elif isinstance(error, UserError):
            self.address_row.say(spoken.whole(error))
        else:
            self.session.runner.unhandled.emit(error)


def _field(row: FieldRow) -> Field:
    assert isinstance(row.field, Field)
    return row.field
