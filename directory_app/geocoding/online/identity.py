"""What a request says of who asks: a neutral name, and whom to write to where a service wants it.

A service writes down what it is asked, and by whom. So nothing in a request may say what the
list is. OpenStreetMap's Nominatim and Photon want to know whom they can write to before they
shut somebody out (operations.osmfoundation.org/policies/nominatim): they get an address that the
coalition chose for that; nobody else does.
"""

import re

from directory_app.errors import UserError
from directory_app.model.text import fold

NAME = "address-lookup/1.0"
#: What would say it, folded: our name, and what the list is of.
_TELLING = ("puertas", "immigra", "migrant", "inmigra", "migra", "refugee", "refugiad", "undocu")
_LONGEST = 80
_PRINTED = re.compile(r"[\x21-\x7e]+(?: [\x21-\x7e]+)*")
_CONTACT = re.compile(r"[^\s@()]+@[^\s@()]+\.[^\s@()]+|https?://[^\s()]+\.[^\s()]+")


def checked_name(name: str) -> str:
    """A name for requests as it may be sent, the neutral one for "". UserError says why not."""
    name = name.strip() or NAME
    if not _PRINTED.fullmatch(name) or len(name) > _LONGEST or set("()") & set(name):
        raise UserError(
            "This name for requests cannot be sent.",
            f"Take plain letters and digits, as in {NAME}.",
        )
    return _quiet(name)


def checked_contact(contact: str) -> str:
    """An e-mail address or a web address for services to write to; "" for none."""
    contact = contact.strip()
    if contact and not (
        _CONTACT.fullmatch(contact) and len(contact) <= _LONGEST and contact.isascii()
    ):
        raise UserError(
            "This is no address that a service could write to.",
            "Write an e-mail address, like maps@example.org.",
        )
    return _quiet(contact)


def user_agent(name: str, contact: str) -> str:
    """The header: the name, and the contact behind it in brackets where there is one."""
    return f"{name} ({contact})" if contact else name


def _quiet(text: str) -> str:
    plain = fold(text).replace(" ", "")
    if any(word in plain for word in _TELLING):
        raise UserError(
            "This would tell the service what your list is.",
            "Take a name and an address that say nothing of it, like maps@example.org.",
        )
    return text
