import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.model import categories


def test_every_category_is_whole():
    keys = [category.key for category in categories.CATEGORIES]
    assert len(set(keys)) == len(keys)
    assert 25 <= len(keys) <= 40
    sections = {section.key for section in categories.SECTIONS}
    for category in categories.CATEGORIES:
        assert category.en and category.es and category.icon and category.section in sections
        key, _, value = category.osm.partition("=")
        assert key in {"amenity", "shop", "craft", "office"} and value
        assert category.schema_org[0].isupper()


def test_sections_come_in_the_order_of_the_guide():
    assert [(s.en, s.es) for s in categories.SECTIONS] == [
        ("Eat and drink", "Comer y beber"),
        ("Groceries", "Abarrotes"),
        ("Shops", "Tiendas"),
        ("Services", "Servicios"),
    ]
    assert len({section.shape for section in categories.SECTIONS}) == 4


def test_no_synonym_belongs_to_two_categories():
    seen = {}
    for category in categories.CATEGORIES:
        for word in category.synonyms:
            assert seen.setdefault(word, category.key) == category.key, word


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Mexican food - tacos & tortas", "restaurant"),
        ("Bakery", "bakery"),
        ("Groceries & money orders", "grocery"),
        ("Vietnamese restaurant", "restaurant"),
        ("Nepali / Tibetan", "restaurant"),
        ("Ethiopian coffee + food", "cafe"),
        ("Halal grocery", "grocery"),
        ("Food truck", "food_truck"),
        ("Hair salon", "hair_salon"),
        ("Laundromat", "laundry"),
        ("Salvadoran", "restaurant"),
        ("tacos", "restaurant"),
        ("Watch & shoe repair", "watch_repair"),
        ("Seafood", "restaurant"),
        ("Chinese", "restaurant"),
        ("Auto electric repair", "auto_repair"),
        ("Barber", "barber"),
        ("Restaurant (Oaxacan)", "restaurant"),
        ("carnicería y abarrotes", "butcher"),
        ("muebles usados", "furniture"),
        ("comida", "restaurant"),
        ("nieves y paletas", "ice_cream"),
        ("llantas", "tire_shop"),
        ("PANADERÍA", "bakery"),
        ("Mexican bakery", "bakery"),
        ("seafood market", "grocery"),
        ("meat market", "butcher"),
        ("taco truck", "food_truck"),
        ("truck repair / mecánico", "auto_repair"),
        ("Cell phone repair", "phone_shop"),
        ("nail salon", "nail_salon"),
        ("uñas acrílicas", "nail_salon"),
        ("tienda de ropa", "clothing"),
        ("bar & grill", "bar"),
        ("juice bar", "ice_cream"),
        ("envíos de dinero", "money_transfer"),
        ("income tax y notario", "insurance_tax"),
        ("lavado de autos", "auto_repair"),
        ("joyería", "jewelry"),
        ("flores", "florist"),
        ("Other", "other"),
        ("hair_salon", "hair_salon"),
        ("Camión de comida", "food_truck"),
        ("amenity=cafe", "cafe"),
        ("shop=hairdresser", "hair_salon"),
    ],
)
def test_words_find_their_category(words, key):
    assert categories.guess(words) == key


@pytest.mark.parametrize("words", ["", "???", "see website", "北方"])
def test_words_that_say_nothing_are_not_guessed(words):
    assert categories.guess(words) is None


def test_every_key_and_label_finds_itself():
    for category in categories.CATEGORIES:
        for words in (category.key, category.en, category.es):
            assert categories.guess(words) == category.key


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("Mexican food - tacos & tortas", ["mexican"]),
        ("Salvadoran", ["salvadoran"]),
        ("Nepali / Tibetan", ["nepali", "tibetan"]),
        ("Ethiopian coffee + food", ["ethiopian"]),
        ("Restaurant (Oaxacan)", ["oaxacan"]),
        ("Seafood", ["seafood"]),
        ("mariscos estilo Sinaloa", ["seafood"]),
        ("comida salvadoreña y mexicana", ["salvadoran", "mexican"]),
        ("Vietnamese restaurant", ["vietnamese"]),
        ("Barber", []),
    ],
)
def test_cuisines(words, values):
    assert categories.cuisines(words) == values


def test_an_unknown_key_is_other():
    assert categories.get("blimp_hangar").key == "other"
    assert categories.section("barber").key == "services"
    assert categories.name("bakery", "es") == "Panadería"
    assert categories.name("bakery", "en") == "Bakery"


@given(st.text())
def test_guessing_never_raises(words):
    assert categories.guess(words) is None or categories.get(categories.guess(words))
    categories.cuisines(words)
