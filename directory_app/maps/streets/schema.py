"""What a file of street data holds. Its SQL is in this package, and, for look-ups, in geocoding.

Such a file is public data and holds nothing of anybody's directory; that is why it is made and
read with the standard library and not through the store.

Positions are whole ten-millionths of a degree (1.1 cm); ``points`` are little-endian int32
pairs of longitude and latitude; ``rings`` are, ring after ring, an int32 count of pairs and
the pairs, to be filled even-odd, so that holes are rings like any other.
"""

#: In every header, so that a foreign database is told from one of ours ("PUst").
APPLICATION_ID = 0x50557374
#: Grows when older programs could no longer read the file.
FORMAT = 1

TABLES = """
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
-- what the region was made from: "osm texas", "points sierra", "35009 roads"; a newer file of one
-- takes the place of the older one
CREATE TABLE source(id INTEGER PRIMARY KEY, layer TEXT NOT NULL UNIQUE, file TEXT NOT NULL,
    made_at TEXT NOT NULL);
-- class: see classes.py; key is empty where there is no name, or no address can be on it
CREATE TABLE street(id INTEGER PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT NULL,
    ref TEXT NOT NULL, class INTEGER NOT NULL, points BLOB NOT NULL, source INTEGER NOT NULL);
CREATE VIRTUAL TABLE street_box USING rtree_i32(id, west, east, south, north);
-- other names of a street: former, short, in another language, and its highway numbers
CREATE TABLE alias(key TEXT NOT NULL, street INTEGER NOT NULL, PRIMARY KEY(key, street))
    WITHOUT ROWID;
-- the same streets joined and simplified, for views of a town (1), a county (2), a state (3)
CREATE TABLE overview(id INTEGER PRIMARY KEY, level INTEGER NOT NULL, name TEXT NOT NULL,
    ref TEXT NOT NULL, class INTEGER NOT NULL, points BLOB NOT NULL);
CREATE VIRTUAL TABLE overview_box USING rtree_i32(id, least, most, west, east, south, north);
CREATE TABLE addr(id INTEGER PRIMARY KEY, number TEXT NOT NULL, number_value INTEGER NOT NULL,
    name TEXT NOT NULL, key TEXT NOT NULL, unit TEXT NOT NULL, city TEXT NOT NULL,
    city_key TEXT NOT NULL, postal_code TEXT NOT NULL, longitude INTEGER NOT NULL,
    latitude INTEGER NOT NULL, source INTEGER NOT NULL);
-- numbers from points[0] to the end; side L or R of the points as they run, empty where the
-- points are those of the houses themselves
CREATE TABLE range(id INTEGER PRIMARY KEY, key TEXT NOT NULL, name TEXT NOT NULL,
    side TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, parity TEXT NOT NULL,
    prefix TEXT NOT NULL, city_key TEXT NOT NULL, postal_code TEXT NOT NULL,
    points BLOB NOT NULL, source INTEGER NOT NULL);
-- kind: water, park, town; size: the longer side of its box
CREATE TABLE area(id INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL,
    size INTEGER NOT NULL, rings BLOB NOT NULL, source INTEGER NOT NULL);
CREATE VIRTUAL TABLE area_box USING rtree_i32(id, west, east, south, north);
CREATE TABLE town(id INTEGER PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT NULL,
    kind TEXT NOT NULL, longitude INTEGER NOT NULL, latitude INTEGER NOT NULL,
    population INTEGER NOT NULL, source INTEGER NOT NULL);
-- towns that addresses name, and the box around those addresses
CREATE TABLE city(key TEXT PRIMARY KEY, name TEXT NOT NULL, addresses INTEGER NOT NULL,
    west INTEGER NOT NULL, east INTEGER NOT NULL, south INTEGER NOT NULL, north INTEGER NOT NULL)
    WITHOUT ROWID;
-- every key that street, alias, addr or range has
CREATE TABLE key(key TEXT PRIMARY KEY) WITHOUT ROWID;
"""

#: Made after the rows are in, which is faster.
INDEXES = (
    "CREATE INDEX IF NOT EXISTS street_key ON street(key) WHERE key <> ''",
    "CREATE INDEX IF NOT EXISTS addr_key ON addr(key, number_value)",
    "CREATE INDEX IF NOT EXISTS range_key ON range(key)",
    "CREATE INDEX IF NOT EXISTS town_key ON town(key)",
)

#: Tables whose rows belong to a source, and the R*Tree that goes with some.
SOURCED = ("street", "addr", "range", "area", "town")
BOXED = (("street", "street_box"), ("area", "area_box"))
