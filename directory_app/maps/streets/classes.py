"""Classes of lines, from the widest to what nobody drives on."""

from enum import IntEnum


class RoadClass(IntEnum):
    """What a line of the ``street`` table is. Smaller matters more; up to PATH it is a street."""

    MOTORWAY = 0
    TRUNK = 1
    PRIMARY = 2
    SECONDARY = 3
    TERTIARY = 4
    LOCAL = 5
    SERVICE = 6
    PATH = 7
    RAILWAY = 9
    RIVER = 10


#: OSM's values of ``highway``. What is planned, or a corridor inside a house, is left out.
OSM_HIGHWAY = {
    "motorway": RoadClass.MOTORWAY,
    "motorway_link": RoadClass.MOTORWAY,
    "trunk": RoadClass.TRUNK,
    "trunk_link": RoadClass.TRUNK,
    "primary": RoadClass.PRIMARY,
    "primary_link": RoadClass.PRIMARY,
    "secondary": RoadClass.SECONDARY,
    "secondary_link": RoadClass.SECONDARY,
    "tertiary": RoadClass.TERTIARY,
    "tertiary_link": RoadClass.TERTIARY,
    "residential": RoadClass.LOCAL,
    "unclassified": RoadClass.LOCAL,
    "living_street": RoadClass.LOCAL,
    "road": RoadClass.LOCAL,
    "pedestrian": RoadClass.LOCAL,
    "service": RoadClass.SERVICE,
    "track": RoadClass.PATH,
    "footway": RoadClass.PATH,
    "path": RoadClass.PATH,
    "cycleway": RoadClass.PATH,
    "bridleway": RoadClass.PATH,
    "steps": RoadClass.PATH,
}
OSM_RAILWAY = frozenset({"rail", "light_rail", "narrow_gauge", "preserved", "subway", "tram"})
OSM_WATERWAY = frozenset({"river", "canal"})

#: The Census Bureau's feature codes (MTFCC) of roads and rails, TIGER/Line documentation F.
TIGER_ROAD = {
    "S1100": RoadClass.PRIMARY,
    "S1200": RoadClass.SECONDARY,
    "S1400": RoadClass.LOCAL,
    "S1500": RoadClass.PATH,
    "S1630": RoadClass.SECONDARY,
    "S1640": RoadClass.SERVICE,
    "S1710": RoadClass.PATH,
    "S1720": RoadClass.PATH,
    "S1730": RoadClass.SERVICE,
    "S1740": RoadClass.SERVICE,
    "S1750": RoadClass.SERVICE,
    "S1780": RoadClass.SERVICE,
    "S1820": RoadClass.PATH,
    "S1830": RoadClass.PATH,
    "R1011": RoadClass.RAILWAY,
    "R1051": RoadClass.RAILWAY,
    "R1052": RoadClass.RAILWAY,
    "H3010": RoadClass.RIVER,
    "H3020": RoadClass.RIVER,
}
