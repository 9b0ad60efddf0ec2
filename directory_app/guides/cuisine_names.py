"""How the guides call the OSM cuisine values in English and Spanish."""

from directory_app.model.cuisines import name

__all__ = ["name"]
