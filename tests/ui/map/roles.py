"""The theme's colours for a map, without a window."""

from directory_app.ui import theme
from directory_app.ui.parts.map_view import ROLES

COLORS = {role: theme.color(role, "light").name() for role in ROLES}
