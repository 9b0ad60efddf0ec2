"""From what was typed of a business to what the Store keeps, with the pin of a new address."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from directory_app.errors import UserError
from directory_app.model.business import Business, Phone
from directory_app.model.columns import utc_now
from directory_app.model.contact import Contact
from directory_app.store.dossier import Dossier

if TYPE_CHECKING:
    from directory_app.geocoding import Located
    from directory_app.store.store import Store

#: Fields whose change asks for a new look at where a business is.
ADDRESS = frozenset(("address_1", "city", "state_province", "postal_code", "address_type"))


@dataclass(slots=True)
class Edit:
    """Changed fields; telephones and contacts as wholes, None where they are the same.

    ``shown`` is what the changed fields were changed from, ``shown_phones`` and ``shown_contacts``
    what the wholes were.
    """

    changes: dict[str, Any] = field(default_factory=dict)
    shown: dict[str, Any] = field(default_factory=dict)
    shown_phones: list[Any] = field(default_factory=list)
    shown_contacts: list[Any] = field(default_factory=list)
    phones: list[Any] | None = None
    contacts: list[Any] | None = None
    let_in: frozenset[str] = frozenset()

    def is_empty(self) -> bool:
        """Whether there is nothing to keep."""
        return not self.changes and self.phones is None and self.contacts is None


def joined(edits: Sequence[Edit]) -> Edit:
    """Several edits as one."""
    whole = Edit()
    for edit in edits:
        whole.changes |= edit.changes
        whole.shown |= edit.shown
        whole.phones = edit.phones if edit.phones is not None else whole.phones
        whole.contacts = edit.contacts if edit.contacts is not None else whole.contacts
        whole.let_in |= edit.let_in
    return whole


#: The row under which the store keeps what was typed for a business that has no name yet.
NEW = "new"


def draft_of(edit: Edit, own_id: str) -> dict[str, Any]:
    """An edit of a new business as plain JSON values, with the id that it will have."""
    return {
        "id": own_id,
        "changes": edit.changes,
        "phones": [
            [one.number, one.extension, bool(getattr(one, "confidential", False))]
            for one in edit.phones or ()
        ],
        "contacts": [[one.name, one.phone] for one in edit.contacts or ()],
    }


def new_draft(store: "Store") -> dict[str, Any] | None:
    """What was typed for a business that is not kept yet; of one that is, nothing waits."""
    values = store.drafts.get(NEW)
    try:
        store.businesses.get((values or {}).get("id", ""))
    except UserError:
        return values
    return None


def from_draft(values: dict[str, Any], kept: "Dossier") -> "Dossier":
    """A new business as it was typed, in the place of ``kept``, the blank one."""
    own = kept.business.id
    fields = {
        key: value for key, value in values["changes"].items() if key in Business.model_fields
    }
    phones = [
        Phone(business_id=own, number=number, extension=extension, confidential=any(secret))
        for number, extension, *secret in values["phones"]
    ]
    contacts = [Contact(business_id=own, name=name, phone=p) for name, p in values["contacts"]]
    return Dossier(Business(**kept.business.model_dump() | fields), phones, contacts)


def blank() -> "Business":
    """A business before it is kept."""
    return Business(code="", name="", state_province="NM")


def plain(value: Any) -> Any:
    """A value of a business as a field shows it."""
    return "" if value is None else value


@dataclass(frozen=True, slots=True)
class Saved:
    """A business after an edit. ``clashes``: fields that changed elsewhere, which it left alone."""

    dossier: "Dossier"
    clashes: frozenset[str] = frozenset()


def apply(store: "Store", business_id: str, edit: Edit) -> Saved:
    """Keep an edit as one step; a new address gets its pin in the same step.

    It was made against what was shown: a field that has another value by now is left alone, and
    of telephones and contacts only what was added, changed or taken out is kept.
    """
    now = store.businesses.get(business_id)
    clashes = frozenset(
        name
        for name, shown in edit.shown.items()
        if plain(getattr(now.business, name)) not in (shown, plain(edit.changes[name]))
    )
    changes = {name: value for name, value in edit.changes.items() if name not in clashes}
    if ADDRESS & changes.keys():
        changes = pin_of(now.business, changes) | changes
    phones, contacts = (
        None if typed is None else with_edits(shown, typed, there)
        for shown, typed, there in (
            (edit.shown_phones, edit.phones, now.phones),
            (edit.shown_contacts, edit.contacts, now.contacts),
        )
    )
    if not changes and phones is None and contacts is None:
        return Saved(now, clashes)
    return Saved(
        store.businesses.update(
            business_id, changes, phones=phones, contacts=contacts, let_in=edit.let_in
        ),
        clashes,
    )


def with_edits(shown: list[Any], typed: list[Any], there: list[Any]) -> list[Any]:
    """The rows that are there now, with what was typed against those that were shown.

    A row that nobody touched here stays as it is there, gone if it is gone; one that came
    meanwhile comes last.
    """
    before = {one.id: one.model_dump() for one in shown}
    now = {one.id: one for one in there}
    kept: list[Any] = []
    for one in typed:
        own = getattr(one, "id", "")  # a telephone that was typed has none yet
        is_untouched = own in before and before[own] == one.model_dump()
        kept.append(now.get(own) if is_untouched else one)
    return [*filter(None, kept), *(one for one in there if one.id not in before)]


def add(store: "Store", edit: Edit, own_id: str) -> "Dossier":
    """Keep a new business under an id of its own."""
    business = blank()
    business.id = own_id
    for name, value in (pin_of(business, edit.changes) | edit.changes).items():
        setattr(business, name, value)
    for contact in edit.contacts or ():
        contact.business_id = business.id
    return store.businesses.add(
        business, phones=edit.phones or (), contacts=edit.contacts or (), let_in=edit.let_in
    )


def pin_of(business: "Business", changes: dict[str, Any]) -> dict[str, Any]:
    """The pin fields for a changed address, found without any network; {} keeps what is."""
    from directory_app.geocoding.locate import AddressToLocate, locate, shows_town_only

    if business.pin_locked or business.precision == "manual":
        return {}
    address = {name: changes.get(name, getattr(business, name)) for name in ADDRESS}
    visibility = changes.get("location_visibility", business.location_visibility)
    hidden = shows_town_only(visibility)
    return pin_fields(locate([AddressToLocate(business.id, **address, town_only=hidden)])[0])


def pin_fields(found: "Located") -> dict[str, Any]:
    """What is kept of a place that was found; {} where none was."""
    if found.position is None:
        return {}
    return {
        "latitude": found.position.latitude,
        "longitude": found.position.longitude,
        "precision": found.precision,
        "geocode_source": found.source,
        "geocoded_at": utc_now(),
    }


def check(store: "Store", business_id: str, day: dt.date) -> "Dossier":
    """Somebody has checked the entry today."""
    checked = {"assured_date": day, "assured_by": store.person, "assured_method": "editor"}
    return store.businesses.update(business_id, checked)


def same_phone(store: "Store", dossier: "Dossier") -> tuple[str, "Dossier | None"]:
    """(the id asked for, another with one of its numbers that nobody said is another, or None)."""
    own = dossier.business.id
    apart = store.duplicates.kept_apart() if dossier.phones else set()
    numbers = {(one.number, one.extension) for one in dossier.phones}
    for number, _extension in numbers:
        for other in store.businesses.search(number.removeprefix("+1"), limit=20):
            theirs = {(one.number, one.extension) for one in other.phones}
            ids = frozenset((other.business.id, own))
            different = len(ids) > 1 and ids not in apart
            if different and numbers & theirs and other.business.review_state != "archived":
                return own, other
    return own, None


def doubt(store: "Store", dossier: "Dossier") -> tuple[str, str]:
    """(the id asked for, why its place is not sure: a code of geocoding.reasons, or "")."""
    from directory_app import tasks

    return dossier.business.id, tasks.doubt(store, dossier)
