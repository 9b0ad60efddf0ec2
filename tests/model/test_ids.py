"""Identifiers: what is written is a UUIDv7, and ids sort by the time they were made."""

import datetime as dt
import uuid

from directory_app.model.ids import first_id, new_id


def test_an_id_is_a_uuid_of_version_seven() -> None:
    for made in [new_id() for _ in range(200)]:
        read = uuid.UUID(made)
        assert str(read) == made
        assert (read.version, read.variant) == (7, uuid.RFC_4122)


def test_an_id_sorts_by_when_it_was_made() -> None:
    now = dt.datetime.now(dt.UTC)
    made = new_id()
    assert first_id(now - dt.timedelta(seconds=1)) < made
    assert made < first_id(now + dt.timedelta(seconds=60))
