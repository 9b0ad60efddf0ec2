"""Our list of categories, each an OSM tag and a schema.org type, and how words find them."""

from dataclasses import dataclass
from functools import cache, lru_cache

from directory_app.model.category_words import CUISINES, HINTS, SYNONYMS
from directory_app.model.text import fold

OTHER = "other"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the guide. ``shape`` is that of its markers on paper and on the map."""

    key: str
    en: str
    es: str
    shape: str


@dataclass(frozen=True, slots=True)
class Category:
    """What a business is. ``icon`` is a Phosphor name, ``osm`` a ``key=value`` tag.

    ``synonyms`` are words, English and Spanish, that say this category by themselves;
    ``hints`` are weaker words that count only where no synonym of any category stands.
    """

    key: str
    en: str
    es: str
    osm: str
    schema_org: str
    section: str
    icon: str
    synonyms: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()


#: In the order of the guide.
SECTIONS = (
    Section("eat", "Eat and drink", "Comer y beber", "circle"),
    Section("groceries", "Groceries", "Abarrotes", "square"),
    Section("shops", "Shops", "Tiendas", "arch"),
    Section("services", "Services", "Servicios", "diamond"),
)


def _words(text: str) -> tuple[str, ...]:
    return tuple(" ".join(word.split()) for word in text.split(",") if word.strip())


def _category(key: str, en: str, es: str, tags: str, icon: str) -> Category:
    """``tags`` is "section osm_tag SchemaOrgType"."""
    section, osm, schema_org = tags.split()
    synonyms, hints = _words(SYNONYMS.get(key, "")), _words(HINTS.get(key, ""))
    return Category(key, en, es, osm, schema_org, section, icon, synonyms, hints)


CATEGORIES: tuple[Category, ...] = (
    _category(
        "restaurant", "Restaurant", "Restaurante", "eat amenity=restaurant Restaurant", "fork-knife"
    ),
    _category("cafe", "Café", "Café", "eat amenity=cafe CafeOrCoffeeShop", "coffee"),
    _category(
        "food_truck",
        "Food truck",
        "Camión de comida",
        "eat amenity=fast_food FastFoodRestaurant",
        "truck",
    ),
    _category("bar", "Bar", "Bar", "eat amenity=bar BarOrPub", "beer-bottle"),
    _category(
        "ice_cream",
        "Ice cream and juice",
        "Nieves y jugos",
        "eat amenity=ice_cream IceCreamShop",
        "ice-cream",
    ),
    _category(
        "caterer", "Caterer", "Banquetes", "eat craft=caterer FoodEstablishment", "cooking-pot"
    ),
    _category("bakery", "Bakery", "Panadería", "groceries shop=bakery Bakery", "bread"),
    _category(
        "grocery", "Grocery", "Abarrotes", "groceries shop=supermarket GroceryStore", "basket"
    ),
    _category("butcher", "Butcher", "Carnicería", "groceries shop=butcher Store", "knife"),
    _category(
        "market_stall",
        "Market stall",
        "Puesto de mercado",
        "shops amenity=marketplace Store",
        "tent",
    ),
    _category("clothing", "Clothing", "Ropa", "shops shop=clothes ClothingStore", "t-shirt"),
    _category("shoes", "Shoes", "Zapatos", "shops shop=shoes ShoeStore", "sneaker"),
    _category("jewelry", "Jewelry", "Joyería", "shops shop=jewelry JewelryStore", "diamond"),
    _category(
        "furniture", "Furniture", "Muebles", "shops shop=furniture FurnitureStore", "armchair"
    ),
    _category(
        "electronics",
        "Electronics",
        "Electrónica",
        "shops shop=electronics ElectronicsStore",
        "desktop",
    ),
    _category(
        "phone_shop",
        "Phones",
        "Celulares",
        "shops shop=mobile_phone MobilePhoneStore",
        "device-mobile",
    ),
    _category("florist", "Florist", "Florería", "shops shop=florist Florist", "flower"),
    _category(
        "pharmacy",
        "Pharmacy and remedies",
        "Farmacia y remedios",
        "shops amenity=pharmacy Pharmacy",
        "pill",
    ),
    _category(
        "gifts", "Gifts and crafts", "Regalos y artesanías", "shops shop=gift GiftShop", "gift"
    ),
    _category(
        "beauty_supply",
        "Beauty products",
        "Productos de belleza",
        "shops shop=cosmetics Store",
        "sparkle",
    ),
    _category(
        "hair_salon",
        "Hair salon",
        "Salón de belleza",
        "services shop=hairdresser HairSalon",
        "hair-dryer",
    ),
    _category("barber", "Barber", "Barbería", "services shop=hairdresser BarberShop", "scissors"),
    _category(
        "nail_salon", "Nails and spa", "Uñas y spa", "services shop=beauty NailSalon", "hand-palm"
    ),
    _category(
        "laundry",
        "Laundry",
        "Lavandería",
        "services shop=laundry DryCleaningOrLaundry",
        "washing-machine",
    ),
    _category("tailor", "Tailor", "Costura", "services shop=tailor LocalBusiness", "needle"),
    _category(
        "watch_repair",
        "Watch and shoe repair",
        "Relojería y zapatería",
        "services shop=watches LocalBusiness",
        "watch",
    ),
    _category(
        "auto_repair",
        "Auto repair",
        "Taller mecánico",
        "services shop=car_repair AutoRepair",
        "wrench",
    ),
    _category("tire_shop", "Tires", "Llantera", "services shop=tyres TireShop", "tire"),
    _category(
        "construction",
        "Building trades",
        "Construcción y oficios",
        "services craft=builder HomeAndConstructionBusiness",
        "hammer",
    ),
    _category("cleaning", "Cleaning", "Limpieza", "services craft=cleaning LocalBusiness", "broom"),
    _category(
        "money_transfer",
        "Money transfer",
        "Envíos de dinero",
        "services amenity=money_transfer FinancialService",
        "hand-coins",
    ),
    _category(
        "insurance_tax",
        "Insurance, taxes and paperwork",
        "Seguros, impuestos y trámites",
        "services office=insurance InsuranceAgency",
        "file-text",
    ),
    _category(
        "photo_events",
        "Photos and events",
        "Fotos y eventos",
        "services craft=photographer LocalBusiness",
        "camera",
    ),
    _category(
        "care",
        "Care and classes",
        "Cuidado y clases",
        "services amenity=childcare ChildCare",
        "heart",
    ),
    _category("other", "Other", "Otro", "services office=company LocalBusiness", "storefront"),
)

_BY_KEY = {category.key: category for category in CATEGORIES}
_SECTION_BY_KEY = {section.key: section for section in SECTIONS}


def get(key: str) -> Category:
    """The category of a key; an unknown one is ``other``, so that a newer list still opens."""
    return _BY_KEY.get(key, _BY_KEY[OTHER])


def section(key: str) -> Section:
    """The section of a category, by the category's key."""
    return _SECTION_BY_KEY[get(key).section]


def name(key: str, language: str) -> str:
    """The label of a category in ``en`` or ``es``."""
    return get(key).es if language == "es" else get(key).en


@lru_cache(maxsize=4096)
def guess(text: str) -> str | None:
    """Which category words mean, English or Spanish; None if they say nothing.

    What is named first counts ("carnicería y abarrotes" is a butcher), the longest word of
    those that start there; a bare cuisine or "food" is a restaurant if nothing else is named.
    """
    if text.strip() in _OSM_TAGS:
        return _OSM_TAGS[text.strip()]
    found = _find(_stems(text), _synonyms())
    if not found:
        found = _find(_stems(text), _hints())
    return found[0] if found else None


def cuisines(text: str) -> list[str]:
    """The OSM ``cuisine`` values that words name, in their order."""
    return list(_cuisines(text))


@lru_cache(maxsize=4096)
def _cuisines(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_find(_stems(text), _cuisine_words())))


_OSM_TAGS = {category.osm: category.key for category in reversed(CATEGORIES)}
_Index = dict[tuple[str, ...], str]


def _stems(text: str) -> tuple[str, ...]:
    """Folded words without the plural's s, which English and Spanish share."""
    return tuple(
        word[:-1] if len(word) > 3 and word.endswith("s") and word[-2] not in "sui" else word
        for word in fold(text).split()
    )


def _find(stems: tuple[str, ...], index: _Index) -> list[str]:
    """What an index knows of the words, from left to right, the longest match first."""
    found, position = [], 0
    while position < len(stems):
        for length in range(min(4, len(stems) - position), 0, -1):
            value = index.get(stems[position : position + length])
            if value is not None:
                found.append(value)
                position += length - 1
                break
        position += 1
    return found


@cache
def _synonyms() -> _Index:
    index: _Index = {}
    for category in CATEGORIES:
        names = (category.key.replace("_", " "), category.en, category.es, *category.synonyms)
        for words in names:
            index.setdefault(_stems(words), category.key)
    return index


@cache
def _hints() -> _Index:
    index = dict.fromkeys(_cuisine_words(), "restaurant")
    for category in CATEGORIES:
        index |= {_stems(words): category.key for words in category.hints}
    return index


@cache
def _cuisine_words() -> _Index:
    return {_stems(word): value for value, words in CUISINES.items() for word in _words(words)}
