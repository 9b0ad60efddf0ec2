import datetime as dt
from dataclasses import replace

import pypdfium2
import pytest

from directory_app import guides
from directory_app.guides.check_words import LEFT_OUT, OF_ENTRY, OF_GUIDE
from directory_app.model.listing import LastRun, LeftOut, LeftOutReason, PublicPhone


def codes(event, listings=(), left_out=(), contact="505-555-0100", **options):
    plan = guides.plan(event, listings, guides.GuideOptions(**options), left_out)
    return {f.code for f in guides.preflight(plan, mistake_contact=contact)}


def test_a_sound_entry_has_nothing_to_say(event, listing):
    assert codes(event, [listing("AAAA", "A", "+15055550101")]) == set()


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"consent_until": dt.date(2026, 12, 4)}, "consent_ends"),
        ({"reviewed_by_second_person": False}, "second_person"),
        ({"assured_date": None}, "never_assured"),
        ({"assured_date": dt.date(2026, 5, 1)}, "stale"),
        ({"status": "temporarily_closed"}, "closed"),
        ({"opening_hours": "Mo-Fr 08:00-17:00"}, "closed_at_event"),
        ({"opening_hours": ""}, "hours_unknown"),
        ({"opening_hours_assumed": True}, "hours_assumed"),
        ({"at": None}, "no_pin"),
        ({"precision": "city"}, "coarse_pin"),
        ({"marker": None}, "no_marker"),
        ({"name": "A \U00012000"}, "missing_glyph"),
        ({"description_es": ""}, "missing_translation"),
        ({"cut": ("description_es",)}, "cut_texts"),
        ({"hours_note_en": "At […], upstairs", "hours_note_es": "Arriba"}, "cut_texts"),
        ({"hours_note_en": "Late on Fridays"}, "hours_note_half"),
        ({"directions_es": "Atrás de la iglesia", "address_1": ""}, "directions_half"),
        ({"description_es": "", "description_en": ""}, "no_description"),
        ({"phones": (PublicPhone("555-0101"),)}, "phone"),
        ({"website": "javascript:alert(1)"}, "website"),
        ({"phones": ()}, "no_contact"),
        ({"name": "x" * 20_000}, "overflow"),
    ],
)
def test_each_trouble_is_named_with_its_business(event, listing, fields, code):
    at = {"at": fields.pop("at")} if "at" in fields else {}
    those = replace(listing("AAAA", "A", "+15055550101", **at), **fields)
    plan = guides.plan(event, [those])
    found = [f for f in guides.preflight(plan, mistake_contact="x") if f.code == code]
    assert [(f.business_code, f.business_name) for f in found] == [("AAAA", those.name)]


def test_trouble_of_the_whole_guide(event, listing):
    those = [listing("AAAA", "A", "+15055550101")]
    assert codes(event, []) == {"nothing_listed"}
    assert codes(event, those, contact=" ") == {"no_mistake_contact"}
    assert codes(replace(event, position=None), those) == {"event_not_placed"}
    assert codes(replace(event, position=None, radius_miles=2), those) == {"radius_not_used"}
    assert codes(replace(event, precision="city"), those) == {"event_coarse"}
    assert codes(replace(event, name_es=""), those) == {"event_untranslated"}


def test_twins_are_named(event, listing):
    those = [listing("AAAA", "Café Uno", "+15055550101"), listing("BBBB", "CAFE UNO")]
    assert "duplicate" in codes(event, those)


def test_every_reason_to_leave_out_has_a_sentence(event):
    reasons = [value for name, value in vars(LeftOutReason).items() if name.isupper()]
    assert set(LEFT_OUT) == set(reasons)
    found = codes(event, left_out=[LeftOut("AAAA", "A", reason) for reason in reasons])
    assert {f"left_out_{reason}" for reason in reasons} <= found


def test_the_gravest_come_first(event, listing):
    those = replace(listing("AAAA", "A \U00012000"), opening_hours="")
    order = [f.severity for f in guides.preflight(guides.plan(event, [those]))]
    assert order == sorted(order, key=["stop", "look", "note"].index)


def test_every_sentence_is_one_in_both_languages():
    for words in (*OF_GUIDE.values(), *OF_ENTRY.values(), *LEFT_OUT.values()):
        assert words.en.endswith(".") and words.es.endswith(".")
        assert words.en[0].isupper() and words.es[0].isupper()
        assert words.en != words.es


def of_a_crowd(listing, place, count):
    return [
        listing(f"C{i:03}", f"Tienda {i}", f"+1505555{i:04}", at=place(0.2 + i % 9 / 30, i * 37))
        for i in range(count)
    ]


def test_markers_that_lie_over_others_are_told(event, listing, place, monkeypatch):
    from directory_app.guides.layouts import mapping

    plan = guides.plan(event, of_a_crowd(listing, place, 150))
    assert mapping.crowded(plan) == ()
    hidden = mapping.crowded(plan, (200.0, 150.0))
    assert hidden
    monkeypatch.setattr("directory_app.guides.checks.crowded", lambda _: hidden)
    found = [each for each in guides.preflight(plan) if each.code == "map_crowded"]
    assert len(found) == 1
    assert hidden[0] in found[0].message_en
    assert hidden[0] in found[0].message_es


def test_each_layout_has_a_map_of_its_own_size(event, listing, place):
    crowd = of_a_crowd(listing, place, 150)
    told = {layout: codes(event, crowd, layout=layout) for layout in ("sheet", "pocket")}
    assert "map_crowded" in told["pocket"] - told["sheet"]


def test_a_map_that_is_switched_off_has_nothing_to_say(event, listing, place):
    crowd = of_a_crowd(listing, place, 201)
    assert "map_in_parts" in codes(event, crowd)
    assert "map_in_parts" not in codes(event, crowd, without=frozenset({"map"}))
    assert "no_marker" not in codes(
        event, [listing("AAAA", "A", "+15055550101", marker=None)], without=frozenset({"map"})
    )


@pytest.mark.parametrize(("count", "imposed", "thick"), [
    (320, True, True), (320, False, False), (110, True, False),
])  # fmt: skip
def test_a_booklet_that_no_staple_holds_is_told(event, listing, place, count, imposed, thick):
    plan = guides.plan(
        event,
        of_a_crowd(listing, place, count),
        guides.GuideOptions("booklet", imposed=imposed, show_map=False),
    )
    found = [each for each in guides.preflight(plan) if each.code == "too_thick"]
    assert [each.mend for each in found] == ["options"] * thick


@pytest.mark.parametrize(("count", "full"), [(200, False), (201, True)])
def test_a_map_that_would_be_too_full_is_told(event, listing, place, count, full):
    plan = guides.plan(event, of_a_crowd(listing, place, count), guides.GuideOptions("poster"))
    codes = {each.code for each in guides.preflight(plan)}
    assert ("map_too_full" in codes) == full


def test_letters_of_the_event_that_no_font_has_are_told(event, listing):
    plan = guides.plan(replace(event, venue="Salón \U00012000"), [listing("AAAA", "A")])
    found = [each for each in guides.preflight(plan) if each.code == "event_glyph"]
    assert len(found) == 1
    assert "U+12000" in found[0].message_en


def test_a_pin_on_the_street_is_told(event, listing):
    those = replace(listing("AAAA", "A", "+15055550101"), precision="street")
    assert codes(event, [those]) == {"street_pin"}


@pytest.mark.parametrize(
    ("precision", "code"), [("street", "event_street"), ("zip", "event_coarse")]
)
def test_a_venue_at_no_door_is_told_where_distances_would_be_printed(
    event, listing, precision, code
):
    venue, those = replace(event, precision=precision), [listing("AAAA", "A", "+15055550101")]
    found = guides.preflight(guides.plan(venue, those), mistake_contact="505-555-0100")
    assert [each.severity for each in found if each.code == code] == ["look"]
    assert all(each.mend == "event" for each in found if each.code == code)
    assert code not in codes(venue, those, without=frozenset({"distance"}))
    nowhere = [replace(each, place_is_pin=False) for each in those]
    assert code not in codes(venue, nowhere)


def test_an_introduction_in_one_language_is_told_where_both_are_printed(event, listing):
    those = [listing("AAAA", "A", "+15055550101")]
    one = replace(event, intro_en="Come in.")
    booklet = {"layout": "booklet", "show_map": False}
    assert "intro_untranslated" in codes(one, those, **booklet)
    assert "intro_untranslated" not in codes(one, those, languages=("en",), **booklet)
    assert "intro_untranslated" not in codes(one, those, without=frozenset({"intro"}), **booklet)


@pytest.mark.parametrize("layout", guides.layout_names())
def test_an_introduction_that_a_layout_has_no_room_for_is_told(event, listing, layout):
    """What the pages say decides, and not a list of names."""
    said = replace(event, intro_en="Umbrellas welcome.", intro_es="Traiga paraguas.")
    options = guides.GuideOptions(layout=layout)
    plan = guides.plan(said, [listing("AAAA", "A", "+15055550101")], options)
    told = "intro_not_printed" in {each.code for each in guides.preflight(plan)}
    document = pypdfium2.PdfDocument(
        guides.render_preview(plan, made_at=dt.datetime(2026, 11, 24, 19, 30, tzinfo=dt.UTC))
    )
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    assert ("Umbrellas" in text) != told


def test_who_took_the_yes_back_since_the_last_run_is_told_once_with_its_number(event, listing):
    those = [listing("AAAA", "A", "+15055550101")]
    gone = [
        LeftOut("BBBB", "B", LeftOutReason.WITHDRAWN),
        LeftOut("CCCC", "C", LeftOutReason.WITHDRAWN),
        LeftOut("DDDD", "D", LeftOutReason.SAID_NO),
    ]
    plan = guides.plan(event, those, None, gone)
    run = LastRun(7, 60, frozenset({"AAAA", "BBBB", "DDDD"}), erased=1)
    found = guides.preflight(plan, mistake_contact="x", last_run=run)
    told = {finding.code: finding for finding in found}
    assert told["withdrawn_since"].business_code == "BBBB"
    assert told["withdrawn_since"].mend == "runs"
    assert "run 0007: call back its 60 copies" in told["withdrawn_since"].message_en
    assert "tiraje 0007: recoja sus 60 copias" in told["withdrawn_since"].message_es
    assert told["erased_since"].business_code == ""
    assert [f.code for f in found if f.business_code == "BBBB"] == ["withdrawn_since"]
    assert told["left_out_withdrawn"].business_code == "CCCC"


@pytest.mark.parametrize(
    ("days", "told"),
    [(0, set()), (1, {"event_over"}), (60, {"event_over"}), (61, {"use_by_over"})],
)
def test_an_event_that_is_over_and_paper_that_is_past_its_day_are_told(event, listing, days, told):
    plan = guides.plan(event, [listing("AAAA", "A", "+15055550101")])
    today = event.date + dt.timedelta(days=days)
    found = guides.preflight(plan, mistake_contact="x", today=today)
    assert {each.code for each in found} == told
    assert {each.severity for each in found} <= {"look"}


@pytest.mark.parametrize(
    ("languages", "layout", "told"),
    [
        (("en", "es"), "booklet", {"missing_translation", "hours_note_half", "directions_half"}),
        (("es",), "booklet", {"missing_translation", "hours_note_half", "directions_half"}),
        (("en",), "booklet", set()),
        (("en", "es"), "sheet", {"missing_translation", "hours_note_half"}),  # the street is there
    ],
)
def test_a_half_that_is_printed_and_lacks_its_language_is_told(
    event, listing, languages, layout, told
):
    one = listing(
        "AAAA", "A", "+15055550101", description_es="", hours_note_en="Late on Fridays",
        directions_en="Behind the church",
    )  # fmt: skip
    assert codes(event, [one], languages=languages, layout=layout) == told


def test_every_finding_that_can_be_mended_has_its_button(qtbot):
    from directory_app.ui.pages.guide.checks_pane import ChecksPane

    pane = ChecksPane()
    qtbot.addWidget(pane)
    known = pane._mends().keys()
    for words in (*OF_GUIDE.values(), *OF_ENTRY.values(), *LEFT_OUT.values()):
        assert not words.mend or words.mend in known
