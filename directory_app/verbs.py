"""The names of the verbs, in the order in which help lists them. No import: a start needs it."""

VERBS = (
    # making a directory and filling it
    "new", "sample", "import", "locate", "near", "map-data", "list", "duplicates", "delete",
    "undo", "history",
    # calling and visiting
    "verify",
    # handing out
    "event", "guide", "map", "export", "preflight", "layouts",
    # to another laptop, and back
    "packet", "field",
    # consent
    "withdraw", "recall", "runs", "wording",
    # keeping
    "backup", "backups", "check", "restore", "salvage",
    "passphrase", "recovery", "keyring", "rekey", "encrypt",
)  # fmt: skip
