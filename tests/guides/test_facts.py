from dataclasses import replace

import pytest

from directory_app import guides
from directory_app.guides.layouts.facts import facts, website_link, website_text
from directory_app.model.listing import PublicPhone


def said(event, listing, languages=("en", "es"), **options):
    plan = guides.plan(event, [listing], guides.GuideOptions(languages=languages, **options))
    return facts(plan, plan.entries[0])


def test_the_address_names_the_town_only_where_it_is_another(event, listing):
    assert said(event, listing("AAAA", "A", address_2="# 4")).address == "12 Calle Inventada, # 4"
    assert said(event, listing("AAAA", "A", city="Clovis")).address == "12 Calle Inventada, Clovis"


def test_directions_then_town_then_call_stand_in_for_an_address(event, listing):
    bare = {"address_1": "", "address_2": ""}
    ways = {"directions_en": "By the bridge", "directions_es": "Tras el puente"}
    both = listing("AAAA", "A", **bare, **ways)
    assert said(event, both).place == ("By the bridge", "Tras el puente")
    assert said(event, listing("AAAA", "A", **bare)).address == "Santa Fe"
    nowhere = said(event, listing("AAAA", "A", "+15055550101", **bare, city=""))
    assert nowhere.place == ("Call for the place", "Llame para saber el lugar")


def test_a_post_box_is_no_place_to_go(event, listing):
    those = listing("AAAA", "A", address_1="PO Box 12", address_type="postal", city="Española")
    assert said(event, those).address == "Española"


def test_what_it_sells_in_the_languages_there_are(event, listing):
    those = listing("AAAA", "A")
    assert said(event, those).description == ("Food", "Comida")
    assert said(event, replace(those, description_es="")).description == ("Food",)
    assert said(event, replace(those, description_en=""), ("en",)).description == ("Comida",)
    neither = replace(those, description_en="", description_es="")
    assert said(event, neither).description == ("Restaurant", "Restaurante")


def test_hours_or_a_note_or_a_call(event, listing):
    hours = said(event, listing("AAAA", "A", opening_hours="Tu-Su 08:00-15:00")).hours
    assert hours == (("Tue–Sun 8\u00a0am–3\u00a0pm",), ("Mar–dom 8\u00a0am–3\u00a0pm",))
    notes = {"hours_note_en": "By appointment", "hours_note_es": "Con cita"}
    note = listing("AAAA", "A", opening_hours="", **notes)
    assert said(event, note).hours == (("By appointment",), ("Con cita",))
    none = said(event, listing("AAAA", "A", "+15055550101", opening_hours=""))
    assert none.hours == (("Call for hours",), ("Llame para saber el horario",))


def test_phones_are_whole_and_faxes_stay_out(event, listing):
    phones = (PublicPhone("+15055550171", "2"), PublicPhone("+15055550172", type="fax"))
    shown = said(event, replace(listing("AAAA", "A"), phones=phones)).phones
    assert [(p.shown, p.dialled) for p in shown] == [
        ("505-555-0171\u00a0x2", "tel:+15055550171;ext=2")
    ]


def test_about_is_never_two_languages_in_a_run(event, listing, place):
    far = listing("AAAA", "A", at=place(103, 180), precision="city", city="Clovis")
    assert said(event, far).distance == "~103\u00a0mi"
    assert said(event, far, ("es",)).distance == "unas\u00a0103\u00a0mi"


@pytest.mark.parametrize(
    ("address", "shown", "link"),
    [
        ("https://www.mesa.example/", "mesa.example", "https://www.mesa.example/"),
        ("mesa.example/menu", "mesa.example/menu", "https://mesa.example/menu"),
        ("http://mesa.example", "mesa.example", "https://mesa.example"),
        ("javascript:alert(1)", "javascript:alert(1)", ""),
        ("file:///etc/passwd", "/etc/passwd", ""),
    ],
)
def test_links_lead_only_to_https(address, shown, link):
    assert website_text(address) == shown
    assert website_link(address) == link
