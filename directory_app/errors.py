"""The two kinds of failure: what a person can mend, and bugs."""


class UserError(Exception):
    """Something that the person at the laptop can mend.

    ``message`` is one sentence saying what is wrong, ``hint`` one saying what to do.
    Neither ever holds a passphrase, nor more of a business than its four-letter code or name.
    Anything raised that is not a UserError (or Cancelled) is a bug.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()
