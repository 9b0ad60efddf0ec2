"""verify --due, as people and scripts call it."""

import datetime as dt

from directory_app.model.business import Business
from directory_app.store import Store


def test_due_are_the_never_and_the_long_ago_checked(puertas, tmp_path):
    path = tmp_path / "due.puertas"
    with Store.create(path, passphrase=None) as store:
        today = store.today()
        for name, days in (("Fresh", 3), ("Older", 900), ("Old", 600), ("Never", None)):
            when = None if days is None else today - dt.timedelta(days)
            store.businesses.add(Business(code="", name=name, city="Clovis", assured_date=when))
    due = puertas.json("verify", path, "--due")
    assert [each["name"] for each in due] == ["Never", "Older", "Old"]
    assert due[0]["why"] == "never checked"
    assert due[1]["why"].endswith("900 days ago")
    assert "Fresh" not in puertas("verify", path, "--due").out


def test_without_due_it_says_what_to_say(puertas, tmp_path):
    Store.create(tmp_path / "a.puertas", passphrase=None).close()
    ran = puertas("verify", tmp_path / "a.puertas")
    assert ran.status == 2
    assert "--due" in ran.err


def test_who_is_due_follows_the_days_of_the_directory(puertas, tmp_path):
    path = tmp_path / "due.puertas"
    with Store.create(path, passphrase=None) as store:
        day = store.today() - dt.timedelta(60)
        store.businesses.add(Business(code="", name="Two months", city="Clovis", assured_date=day))
    assert puertas.json("verify", path, "--due") == []
    with Store.open(path, write=True) as store:
        store.settings.set("verify_due_days", "30")
    assert [each["name"] for each in puertas.json("verify", path, "--due")] == ["Two months"]
