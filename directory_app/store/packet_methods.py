"""The methods of Store about packets: one encrypted file for another laptop, and back."""

import secrets
from collections.abc import Sequence
from typing import TYPE_CHECKING

from directory_app.bulk import no_cycle_search
from directory_app.progress import Progress, silent
from directory_app.store.core import StoreCore

if TYPE_CHECKING:
    from directory_app.model.packet import Contents, Entry, Packet
    from directory_app.model.packet_review import Applied, Row
    from directory_app.store.packets import Met


class PacketMethods(StoreCore):
    """What goes into a packet, what is known of one that comes, and taking it in."""

    def packet_entries(self, ids: Sequence[str]) -> "list[Entry]":
        """These businesses whole, as a packet compares them; who is gone is left out."""
        from directory_app.store import packets

        with self._read() as connection:
            return packets.entries(connection, ids)

    def packet_contents(self, ids: Sequence[str], *, private: bool) -> "Contents":
        """What a packet of these would have in it; without ``private`` no notes and contacts."""
        from directory_app.store import packets

        self.refuse_on_hold()
        with self._read() as connection:
            return packets.contents(connection, ids, private=private)

    def packet_gone(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Digests of the ids of businesses that were forgotten here, and that were deleted."""
        from directory_app.store import packets

        with self._read() as connection:
            return packets.gone(connection)

    def meet_packet(self, packet: "Packet") -> "Met":
        """Which of its businesses are here, and what both laptops knew of them."""
        from directory_app.store import packets

        with self._read() as connection:
            return packets.meet(connection, packet)

    def directory_id(self) -> str:
        """The random id by which other laptops know this directory; made at the first packet."""
        from directory_app.store import keeping, packets

        known = self.reader().setting(packets.DIRECTORY_ID)
        if known:
            return known
        made = secrets.token_hex(16)
        with self._write() as connection:
            keeping.set_setting(connection, packets.DIRECTORY_ID, made)
        return made

    def apply_packet(
        self, packet: "Packet", rows: "Sequence[Row]", progress: Progress = silent
    ) -> "Applied":
        """Take in what a person chose, all of it or nothing, as one step."""
        from dataclasses import replace

        from directory_app.store import packet_apply

        with no_cycle_search(), self._step("packet") as step:
            applied = packet_apply.apply(step, packet, rows, self.today(), progress)
            return replace(applied, action_id=step.finish())
