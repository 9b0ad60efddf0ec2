"""The methods of Store about field directories; see field.py."""

import datetime as dt
import secrets
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from directory_app.model.field_terms import OUT, FieldTerms, read_terms
from directory_app.store import keys, opening
from directory_app.store.core import StoreCore

if TYPE_CHECKING:
    from directory_app.store.field import Content, Returned
    from directory_app.store.places import TownPoint


class FieldMethods(StoreCore):
    """Making a field directory at home, and what comes back of it."""

    def field_content(
        self,
        *,
        codes: Iterable[str] | None,
        events: Sequence[str],
        until: dt.date,
        town_point: "TownPoint | None" = None,
    ) -> "Content":
        """What a field directory would hold: who said yes to print, of ``codes`` or of all."""
        from directory_app.store import field

        with self._read() as connection:
            return field.content(
                connection,
                codes=codes,
                events=events,
                until=until,
                days=self.clock.days(),
                town_point=town_point,
            )

    def make_field(
        self,
        path: Path,
        passphrase: str,
        what: "Content",
        *,
        number: int,
        until: dt.date,
        cost: keys.Cost = keys.FULL_COST,
    ) -> FieldTerms:
        """Make a field directory at ``path``, all of it or nothing.

        The key of its journal is kept here; ``number`` is the run under which it leaves.
        UserError for a path that it cannot have.
        """
        from directory_app.store import field, keeping

        terms = FieldTerms(number, until, secrets.token_hex(32))
        with self._write() as connection:  # first: a journal that nobody can read is no journal
            keeping.set_setting(connection, f"{OUT}{number}", terms.text())

        def fill(draft: Path) -> None:
            opened = type(self).open(draft, passphrase=passphrase, write=True, today=self.today)
            with opened as made:
                with made._step("field") as step:
                    field.fill(step, what, terms)
                field.keep_journal(made, terms)  # of nothing yet, so that it can come home at once

        opening.create(Path(path).absolute(), passphrase, self.timezone, cost, fill)
        return terms

    def fields_out(self) -> list[FieldTerms]:
        """The field directories that were made from this one, the newest first."""
        from sqlalchemy import select

        from directory_app.store.tables import SETTING

        with self._read() as connection:
            key = SETTING.c.key
            found = connection.execute(select(SETTING.c.value).where(key.startswith(OUT))).scalars()
            return sorted(map(read_terms, found), key=lambda one: -one.number)

    def take_in_field(self, journal: bytes) -> "Returned":
        """Keep the print runs of a field directory, so that a recall knows of them."""
        from directory_app.store import field

        with self._write() as connection:
            return field.take_in(connection, journal)
