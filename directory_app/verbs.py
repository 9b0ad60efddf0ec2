"""The verbs, in the order in which help lists them, and the module of each in cli.

No import: a start needs it.
"""

VERBS = {
    # making a directory and filling it
    "new": "curating",
    "sample": "curating",
    "import": "curating",
    "locate": "places",
    "near": "places",
    "map-data": "map_data",
    "list": "curating",
    "duplicates": "duplicates",
    "delete": "curating",
    "undo": "curating",
    "history": "history",
    # calling and visiting
    "verify": "verifying",
    # handing out
    "event": "handing_out",
    "guide": "handing_out",
    "map": "maps",
    "export": "exporting",
    "preflight": "handing_out",
    "layouts": "handing_out",
    # to another laptop, and back
    "packet": "packets",
    "field": "field",
    # consent
    "withdraw": "consent",
    "recall": "consent",
    "runs": "runs",
    "wording": "consent",
    # keeping
    "backup": "keeping",
    "backups": "keeping",
    "check": "keeping",
    "restore": "keeping",
    "salvage": "keeping",
    "passphrase": "security",
    "recovery": "security",
    "keyring": "security",
    "rekey": "security",
    "encrypt": "security",
}
