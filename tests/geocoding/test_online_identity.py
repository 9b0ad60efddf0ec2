"""What a service learns of who asks: nothing of what the list is, and what really goes out."""

from pathlib import Path

import pytest

from directory_app import tasks
from directory_app.errors import UserError
from directory_app.geocoding.online import identity, services
from directory_app.store import Store
from directory_app.tasks import asking
from tests.geocoding.services_on_loopback import reply, serving
from tests.geocoding.test_online_asking import TODAY, add

#: In any spelling, no request may have it.
TELLING = ("puertas", "migra", "directory", "listing", "coalition")


@pytest.fixture
def store(tmp_path):
    """One business, whose owner said yes to being looked up."""
    path = tmp_path / "zqxfolder.puertas"
    with Store.create(path, passphrase=None, today=lambda: TODAY) as made:
        add(made)
        yield made


def everything_sent(server) -> str:
    parts = [*map(str, server.headers), *server.paths, *map(str, server.queries)]
    return " ".join(parts).casefold()


@pytest.mark.parametrize("kind", ["nominatim", "photon", "pelias", "census"])
def test_nothing_in_a_request_says_what_the_list_is(kind, store):
    store.settings.set(asking.CENSUS, "yes")
    with serving(lambda handler, _query: reply(handler, [])) as server:
        service = tasks.online_service(store, f"{kind}={server.url}")
        tasks.locate(store, service=service)
    assert server.queries
    sent = everything_sent(server)
    assert [word for word in (*TELLING, store.path.stem.casefold()) if word in sent] == []
    assert {headers["User-Agent"] for headers in server.headers} == {identity.NAME}
    assert not {"Referer", "Cookie", "From", "Origin"} & set(server.headers[0])


def test_a_name_of_ones_own_is_sent_and_a_contact_only_where_it_is_wanted(store):
    tasks.set_identity(store, "maps-of-clovis/2", "maps@example.org")
    near = services.service("nominatim=http://127.0.0.1:8088")
    public = services.service("nominatim")
    assert not near.wants_contact
    assert public.wants_contact
    assert not services.service("census").wants_contact
    assert asking.new_client(store, near).user_agent == "maps-of-clovis/2"
    assert asking.new_client(store, services.service("census")).user_agent == "maps-of-clovis/2"
    assert asking.new_client(store, public).user_agent == "maps-of-clovis/2 (maps@example.org)"
    with serving(lambda handler, _query: reply(handler, [])) as server:
        asking.new_client(store, public).get(f"{server.url}/search?q=x")
    assert server.headers[0]["User-Agent"] == "maps-of-clovis/2 (maps@example.org)"


@pytest.mark.parametrize("kind", ["nominatim", "photon"])
def test_a_public_service_is_not_asked_without_a_contact(kind, store):
    with pytest.raises(UserError, match="whom to write to"):
        tasks.online_service(store, kind)
    tasks.set_identity(store, "", "maps@example.org")
    assert tasks.online_service(store, kind).kind == kind


@pytest.mark.parametrize(
    "contact",
    [
        "puertas@example.org",
        "hello@Immigrant-Food.example.org",
        "https://inmigrantes.example.org/",
        "hola@mígrantes.example.org",
        "nobody",
        "a@b",
        "a@example.org\r\nX-More: 1",
        "a b@example.org",
        f"{'x' * 90}@example.org",
    ],
)
def test_a_contact_that_tells_or_that_nobody_could_write_to_is_refused(contact):
    with pytest.raises(UserError):
        identity.checked_contact(contact)


@pytest.mark.parametrize("name", ["Puertas/1", "immigrant list", "x\r\ny", "ñ", "a(b)", "x" * 90])
def test_a_name_that_tells_or_cannot_be_sent_is_refused(name):
    with pytest.raises(UserError):
        identity.checked_name(name)


@pytest.mark.parametrize("contact", ["", "maps@example.org", "https://example.org/contact"])
def test_a_quiet_contact_is_taken(contact):
    assert identity.checked_contact(f" {contact} ") == contact


def test_the_verb_keeps_the_contact_and_names_it_where_it_lacks(tmp_path: Path, capsys):
    from directory_app import cli
    from directory_app.sample import make_sample

    path = make_sample(tmp_path / "zqx.puertas")
    assert cli.run(["locate", str(path), "--online", "--service", "nominatim"]) == 2
    assert "--contact" in capsys.readouterr().err
    bad = ["locate", str(path), "--online", "--contact", "hola@puertas.example.org"]
    assert cli.run(bad) == 2
    assert "what your list is" in capsys.readouterr().err
    with serving(lambda handler, _query: reply(handler, [])) as server:
        service = f"nominatim={server.url}"
        fine = ["--online", "--service", service, "--contact", "maps@example.org", "--json"]
        assert cli.run(["locate", str(path), *fine]) == 0
    with Store.open(path) as opened:
        assert opened.settings.get(asking.CONTACT) == "maps@example.org"
    assert "zqx" not in everything_sent(server)


def test_the_question_says_what_the_company_learns():
    from directory_app.tasks import wordings

    for language, words in (
        ("en", ("company", "internet address", "keep", "officials")),
        ("es", ("compañía", "dirección de internet", "guardarlas", "autoridades")),
    ):
        now = wordings.shipped(language)
        assert now.version >= 2
        asked = now.question("geocode_online")
        assert [word for word in words if word not in asked] == []
