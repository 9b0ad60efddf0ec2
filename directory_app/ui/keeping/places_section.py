"""Private places: whether streets may be looked up on the internet, by whom, and by whom not."""

import math
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from directory_app.errors import UserError
from directory_app.ui import spoken
from directory_app.ui.session import Session
from directory_app.ui.widgets.base import Translated
from directory_app.ui.widgets.combo import Combo
from directory_app.ui.widgets.fields import Field, FieldRow
from directory_app.ui.widgets.remark import Remark
from directory_app.ui.widgets.ticks import TickBox

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
    from directory_app.tasks import asking

    kind, _, address = store.setting(asking.SERVICE).partition("=")
    return {
        "kind": kind,
        "address": address,
        "rate": store.setting(asking.RATE),
        "proxies": store.setting(asking.PROXIES),
    }


def keep(store: "Store", kind: str, address: str, rate: str, proxies: bool) -> None:
    """Switch look-ups on with a service, or off (``kind`` ""). UserError for no service.

    ``rate`` is requests a second as typed; "" is the polite one: one, on this laptop no limit.
    """
    from directory_app.geocoding.online import services
    from directory_app.tasks import asking

    if not kind:
        store.set_setting(asking.SERVICE, "")
        store.set_setting(asking.CENSUS, "")
        return
    chosen = services.service(f"{kind}={address}" if address else kind, _rate(rate))
    asking.remember_service(store, chosen)
    store.set_setting(asking.CENSUS, "yes" if chosen.kind == "census" else "")
    store.set_setting(asking.PROXIES, "yes" if proxies else "")


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


class PlacesSection(Translated, QWidget):
    """Off until somebody switches it on; what it sends, and to whom, is said beside it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._address = ""
        self.on = TickBox("")
        self.kind = Combo("", list(_NAMES.items()))
        self.service_row = FieldRow("", self.kind, above=True)
        self.address_row = FieldRow("", Field(""), above=True)
        self.rate_row = FieldRow("", Field(""), above=True)
        self.census = Remark("warning", "warn", fill=True)
        self.proxies = TickBox("")
        self.told = Remark("info", "ink-soft", style="small", ink="ink-soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (
            self.on, self.told, self.service_row, self.census, self.address_row, self.rate_row,
            self.proxies,
        ):  # fmt: skip
            column.addWidget(widget)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.on.clicked.connect(self._switched)
        self.kind.picked.connect(lambda _kind: self._picked())
        for row in (self.address_row, self.rate_row):
            _field(row).committed.connect(lambda _text: self._keep())
        self.proxies.clicked.connect(self._keep)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts."""
        self.on.setText(self.tr("Look streets up on the internet"))
        self.service_row.set_label(self.tr("Who is asked"))
        self.address_row.set_label(self.tr("Its address, if it is your own"))
        self.rate_row.set_label(self.tr("Requests a second, at most (empty: one)"))
        self.proxies.setText(self.tr("Use the proxy of this computer"))
        self.told.set_words(
            self.tr(
                "Off, nothing leaves this laptop. On, street and town are sent, never a name, and "
                "only of those whose owner said yes to Look-up. Each request is listed below."
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
        self.proxies.setChecked(found["proxies"] == "yes")
        self._show()

    def _show(self) -> None:
        on = self.on.isChecked()
        for widget in (self.service_row, self.address_row, self.rate_row, self.proxies):
            widget.setVisible(on)
        census = on and self.kind.value() == "census"
        text = self.tr("The US Census geocoder hands the addresses to a federal agency.")
        self.census.set_words(text if census else "")

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
        from directory_app.ui import alerts

        return alerts.ask(
            self.tr("Hand the addresses to a federal agency?"),
            self.tr("The US Census geocoder is run by the federal government."),
            self.tr("Ask the Census Bureau"),
            danger=True,
            parent=self.window(),
        )

    def _keep(self) -> None:
        kind = self.kind.value() if self.on.isChecked() else ""
        address, rate = (_field(row).text().strip() for row in (self.address_row, self.rate_row))
        proxies = self.proxies.isChecked()

        def kept(store: Any) -> dict[str, str]:
            keep(store, kind, address, rate, proxies)
            return read(store)

        self.address_row.say("")
        self.rate_row.say("")
        self.session.ask(kept, self.show_settings, failed=self._refused)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, RateError):
            self.rate_row.say(self.tr("This is no number of requests. Write it as 1 or 0.5."))
        elif isinstance(error, UserError):
            self.address_row.say(spoken.whole(error))
        else:
            self.session.runner.unhandled.emit(error)


def _field(row: FieldRow) -> Field:
    assert isinstance(row.field, Field)
    return row.field
