"""Why a service gave no usable answer."""


class Failure(Exception):
    """``reason`` is a geocoding.reasons code; ``retry_after`` seconds to leave the service be."""

    def __init__(self, reason: str, retry_after: float | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.retry_after = retry_after
