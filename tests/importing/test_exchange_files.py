"""Files of other programs: maps, cards, packages; and what is refused in them."""

import json
import zipfile

import pytest

from directory_app import importing
from directory_app.errors import UserError


def feature(geometry=None, mark="", **tags):
    return {"type": "Feature", "id": mark, "geometry": geometry, "properties": tags}


def geojson(tmp_path, *features):
    path = tmp_path / "map.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    return path


def test_tags_of_openstreetmap_become_fields_and_say_where_they_are_from(tmp_path):
    point = {"type": "Point", "coordinates": [-105.965123, 35.671234]}
    tags = {"name": "Bún Cá Invented", "name:vi": "Quán Bún Cá", "amenity": "restaurant",
            "cuisine": "vietnamese;noodle", "addr:housenumber": "12", "addr:street": "Main St",
            "addr:city": "Clovis", "contact:phone": "+1 505-555-0142", "operator": "Jane Roe",
            "opening_hours": "Mo-Sa 10:00-20:00"}  # fmt: skip
    reading = importing.read(geojson(tmp_path, feature(point, "node/12", **tags)))
    (draft,) = reading.drafts
    assert draft.values["alternate_name"] == "Quán Bún Cá"
    assert draft.values["address_1"] == "12 Main St"
    assert draft.values["opening_hours"] == "Mo-Sa 10:00-20:00"
    assert draft.values["latitude"] == 35.671234
    assert "vietnamese" in draft.values["cuisine"]
    assert "OpenStreetMap node/12" in draft.values["note"]
    assert "Jane Roe" not in str(draft)
    assert {"osm_data", "file_left_out"} <= {each.code for each in reading.problems}


def test_a_building_has_its_middle_and_a_region_has_no_pin(tmp_path):
    small = [[[-105.0, 35.0], [-104.999, 35.0], [-104.999, 35.001], [-105.0, 35.0]]]
    large = [[[-105.0, 35.0], [-104.0, 35.0], [-104.0, 36.0], [-105.0, 35.0]]]
    reading = importing.read(
        geojson(
            tmp_path,
            feature({"type": "Polygon", "coordinates": small}, name="Small Shop", shop="bakery"),
            feature({"type": "Polygon", "coordinates": large}, name="Large Shop", shop="bakery"),
        )
    )
    assert reading.drafts[0].values["latitude"] == pytest.approx(35.0005)
    assert "latitude" not in reading.drafts[1].values


def test_a_yes_in_a_map_file_counts_for_nothing_without_who_and_when(tmp_path):
    both = {"Name": "Panadería Luz", "City": "Clovis", "Ok to print": "yes"}
    asked = both | {"Name": "Panadería Sol", "Asked by": "Ana", "Asked on": "2026-10-01"}
    reading = importing.read(geojson(tmp_path, feature(**both), feature(**asked)))
    unasked, known = reading.drafts
    assert all(not (each.asked_by and each.date) for each in unasked.consents)
    assert any(each.asked_by and each.date for each in known.consents)


def test_a_map_of_google_is_read_with_its_description_as_words(tmp_path):
    path = tmp_path / "my.kml"
    path.write_text(
        '<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><name>Bakery</name>'
        "<Placemark><name>Pan Luz</name><description><![CDATA[Bread<br>and <b>cakes</b>]]>"
        "</description><Point><coordinates>-105.965123,35.671234,0</coordinates></Point>"
        "</Placemark></Folder></Document></kml>"
    )
    (draft,) = importing.read(path).drafts
    assert draft.values["name"] == "Pan Luz"
    assert draft.values["category"] == "bakery"
    assert draft.values["description_en"] == "Bread and cakes"
    assert draft.values["longitude"] == -105.965123
    archive = tmp_path / "my.kmz"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.write(path, "doc.kml")
    assert importing.read(archive).drafts[0].values == draft.values


def test_entities_of_a_kml_are_refused(tmp_path):
    path = tmp_path / "bomb.kml"
    path.write_text(
        '<!DOCTYPE k [<!ENTITY a "aaaa">]><kml><Placemark><name>&a;</name></Placemark></kml>'
    )
    with pytest.raises(UserError, match="not KML"):
        importing.read(path)


def test_an_archive_that_unpacks_to_far_too_much_is_refused(tmp_path):
    path = tmp_path / "bomb.kmz"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("doc.kml", b" " * 8_000_000)
    with pytest.raises(UserError, match="unpacks to far more"):
        importing.read(path)


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"type":"FeatureCollection","features":7}', "[" * 9999]
)
def test_what_is_no_geojson_is_refused_in_a_sentence(tmp_path, text):
    path = tmp_path / "x.geojson"
    path.write_text(text)
    with pytest.raises(UserError, match="not GeoJSON"):
        importing.read(path)


def test_a_card_of_version_3_is_read_without_its_people(tmp_path):
    path = tmp_path / "cards.vcf"
    path.write_bytes(
        b"BEGIN:VCARD\r\nVERSION:3.0\r\nN:Roe;Jane;;;\r\nFN:Jane Roe\r\nORG:Pan\\, Luz\\; Inc\r\n"
        b"BDAY:1980-01-01\r\nitem1.TEL;TYPE=CELL:505-555-0142\r\n"
        b"ADR;TYPE=WORK:;;12 Main St;Clovis;NM;88101;USA\r\nEND:VCARD\r\n"
        b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jane\r\n  Roe\r\nTEL:505-555-0143\r\nEND:VCARD\r\n"
    )
    reading = importing.read(path)
    first, second = reading.drafts
    assert first.values["name"] == "Pan, Luz; Inc"
    assert first.values["city"] == "Clovis"
    assert [str(each.type) for each in first.phones] == ["cell"]
    assert "Jane" not in str(first)
    assert "1980" not in str(reading)
    assert "card_of_person" in {each.code for each in second.problems}


def test_a_package_is_a_business_a_place_and_its_contacts_stay_closed(tmp_path):
    path = tmp_path / "hsds.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("organizations.csv", "id,name,description\n1,Pan Luz,Bread\n")
        packed.writestr("services.csv", "id,organization_id,name,status\n5,1,Bakery,active\n")
        packed.writestr("locations.csv", "id,organization_id\n2,1\n3,1\n")
        packed.writestr("addresses.csv", "id,location_id,address_1,city\n1,2,12 Main St,Clovis\n"
                        "2,3,9 Oak St,Roswell\n")  # fmt: skip
        packed.writestr("contacts.csv", "id,organization_id,name\n1,1,Jane Roe\n")
        packed.writestr(
            "schedules.csv",
            "id,service_id,freq,byday,opens_at,closes_at\n"
            '1,5,WEEKLY,"MO,TU",08:00,12:00\n2,5,WEEKLY,MO,14:00,18:00\n',
        )
    reading = importing.read(path)
    assert [each.values["city"] for each in reading.drafts] == ["Clovis", "Roswell"]
    hours = reading.drafts[0].values["opening_hours"]
    assert hours == "Mo 08:00-12:00,14:00-18:00; Tu 08:00-12:00"
    assert "Jane" not in str(reading)
    assert "file_left_out" in {each.code for each in reading.problems}
