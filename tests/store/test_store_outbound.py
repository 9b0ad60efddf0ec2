"""What left the laptop is written down before it leaves, and goes with the business."""

import json

import pytest

from directory_app.errors import UserError
from directory_app.store import Store

SOURCE = "nominatim 127.0.0.1"


@pytest.fixture
def path(tmp_path):
    folder = tmp_path / "ours.puertas"
    Store.create(folder, passphrase=None).close()
    return folder


def test_a_request_is_there_before_its_answer(path):
    with Store.open(path, write=True) as store:
        made = store.requests.begin("one", SOURCE, "1730 Llano St, Santa Fe, NM")
        (row,) = store.requests.all()
        assert (row.outcome, row.business_id, row.service) == ("sent", "one", SOURCE)
        store.requests.end(made, "found")
        assert store.requests.all("one")[0].outcome == "found"
        assert store.requests.all("two") == []
        assert store.browser.undo_label() is None


def test_an_answer_is_kept_with_its_day(path):
    with Store.open(path, write=True) as store:
        assert store.requests.answer("q", SOURCE) is None
        store.requests.keep_answer("q", SOURCE, '{"sent": "Q"}')
        store.requests.keep_answer("q", SOURCE, '{"sent": "Q", "more": 1}')
        kept = store.requests.answer("q", SOURCE)
        assert kept.answer == '{"sent": "Q", "more": 1}'
        assert kept.at.date().year >= 2026
        assert store.requests.answer("q", "photon") is None


def test_requests_and_answers_go_with_the_business(path):
    secret = '1730 Llano "St" año'
    with Store.open(path, write=True) as store:
        store.requests.begin("one", SOURCE, secret)
        store.requests.begin("two", SOURCE, "5 Calle Luna")
        store.requests.keep_answer("llano", SOURCE, json.dumps({"sent": secret}))
        store.requests.keep_answer("luna", SOURCE, json.dumps({"sent": "5 Calle Luna"}))
        assert store.requests.forget(["one"]) == 1
        assert [row.business_id for row in store.requests.all()] == ["two"]
        assert store.requests.answer("llano", SOURCE) is None
        assert store.requests.answer("luna", SOURCE) is not None
    assert b"Llano" not in (path / "directory.db").read_bytes()


def test_a_directory_that_is_only_looked_at_writes_nothing_down(path):
    with Store.open(path) as store, pytest.raises(UserError):
        store.requests.begin("one", SOURCE, "anything")
