"""The jobs that need several rooms at once, for the window and for the verbs alike.

Each takes an open Store and plain values and gives plain values back. What it needs is loaded
when it runs, so that a verb that only lists starts at once.
"""

from directory_app.tasks.asking import (
    new_client,
    online_service,
    remember_service,
    set_identity,
)
from directory_app.tasks.bringing import Brought, import_list, tally
from directory_app.tasks.events import WIDEST_RADIUS, add_event, event_record
from directory_app.tasks.exporting import Exported, ExportOrder, Outlook, export, look_ahead
from directory_app.tasks.finding import check_search, know_places
from directory_app.tasks.map_data import (
    add_map_data,
    add_map_data_apart,
    look_at_map_data,
    map_data,
    region_record,
    remove_map_data,
)
from directory_app.tasks.mapping import MapOrder, MapWritten, make_map
from directory_app.tasks.nearby import Around, Nearby, near
from directory_app.tasks.placing import (
    COARSE,
    Inquiry,
    Placement,
    ToDo,
    doubt,
    inquire,
    locate,
    place_credits,
    settle,
    work_list,
)
from directory_app.tasks.safekeeping import KeptSafe, keep_safe

__all__ = [
    "COARSE",
    "WIDEST_RADIUS",
    "Around",
    "Brought",
    "ExportOrder",
    "Exported",
    "Inquiry",
    "KeptSafe",
    "MapOrder",
    "MapWritten",
    "Nearby",
    "Outlook",
    "Placement",
    "ToDo",
    "add_event",
    "add_map_data",
    "add_map_data_apart",
    "check_search",
    "doubt",
    "event_record",
    "export",
    "import_list",
    "inquire",
    "keep_safe",
    "know_places",
    "locate",
    "look_ahead",
    "look_at_map_data",
    "make_map",
    "map_data",
    "near",
    "new_client",
    "online_service",
    "place_credits",
    "region_record",
    "remember_service",
    "remove_map_data",
    "set_identity",
    "settle",
    "tally",
    "work_list",
]
