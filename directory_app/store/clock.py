"""The directory's own day: what the computer's clock says, as far as it can be true.

Time doesn't run backwards: today is never earlier than the newest deed that is written down. And a
jump of more than two days forward waits for a person's word: until then nothing is dated by it,
while a yes that would have ended by that day is not used either (``days``). So a clock that is
wrong once neither wakes an ended yes nor spoils what is written.
"""

import datetime as dt
import threading
from collections.abc import Callable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from directory_app.model.live import Days

#: So many days a directory may lie untouched before its next day is asked about.
LEAP = dt.timedelta(days=2)
#: The setting with the newest day on which anything was written, as YYYY-MM-DD.
LAST_DAY = "last_day"
_INSTANT = dt.timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class ClockTrouble:
    """The computer's clock says ``says``, but the directory goes on with ``stands``.

    ``ahead`` waits for a person's word; a clock that is behind only has to be put right.
    """

    says: dt.date
    stands: dt.date

    @property
    def ahead(self) -> bool:
        """Whether the clock is too far on, and not behind."""
        return self.says > self.stands

    def sentence(self, language: str = "en", day: Callable[[dt.date], str] = str) -> str:
        """What is wrong and what happens, for a person; ``day`` writes its days."""
        key = f"{language}_{'ahead' if self.ahead else 'behind'}"
        return _SENTENCES[key].format(says=day(self.says), stands=day(self.stands))


_SENTENCES = {
    "en_behind": (
        "The computer's clock says {says}; this directory was last changed on {stands}. "
        "Puertas goes on with the later day. Set the clock."
    ),
    "es_behind": (
        "El reloj de la computadora dice {says}; este directorio se cambió por última vez el "
        "{stands}. Puertas sigue con la fecha más reciente. Ajuste el reloj."
    ),
    "en_ahead": (
        "The computer's clock says {says}; this directory was last changed on {stands}. Until "
        "somebody says that the clock is right, nothing is dated {says}, and no yes that would "
        "have ended by then is used."
    ),
    "es_ahead": (
        "El reloj de la computadora dice {says}; este directorio se cambió por última vez el "
        "{stands}. Mientras nadie diga que el reloj está bien, nada se fecha el {says}, y no se "
        "usa ningún sí que para entonces ya habría terminado."
    ),
}


def _utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class Clock:
    """What day it is in one opened directory. Safe to ask from several threads, and cheap.

    ``newest`` reads the moment and the day of the newest deed and is asked once; ``note`` tells
    of later ones. ``today`` puts a person's word in the place of the computer's clock, which may
    then leap ahead.
    """

    def __init__(
        self,
        newest: Callable[[], tuple[dt.datetime | None, dt.date | None]],
        zone: Callable[[], ZoneInfo],
        now: Callable[[], dt.datetime] | None = None,
        today: Callable[[], dt.date] | None = None,
    ) -> None:
        self._newest, self._zone = newest, zone
        self._now, self._given = now or _utc_now, today
        self._lock = threading.RLock()
        self._asked = False
        self._moment: dt.datetime | None = None
        self._deed: dt.date | None = None
        self._seen: dt.date | None = None
        self._word: dt.date | None = None

    def today(self) -> dt.date:
        """The day that counts."""
        with self._lock:
            says, deed = self._says(), self._last()
            if deed is None or deed <= says <= self._reach(deed):
                self._seen = says
                return says
            return deed if says < deed else max(deed, self._seen or deed)

    def now(self) -> dt.datetime:
        """An aware moment of the day that counts, later than that of every deed before."""
        with self._lock:
            today = self.today()
            moment = self._now().astimezone(self._zone())
            if moment.date() != today:
                moment = moment.replace(year=today.year, month=today.month, day=today.day)
            moment = moment.astimezone(dt.UTC)
            if self._moment is not None:
                moment = max(moment, self._moment + _INSTANT)
            self._moment = moment
            return moment

    def days(self, on: dt.date | None = None) -> Days:
        """The days by which a yes is looked at: ``on`` is never past, nor before the clock's."""
        today = self.today()
        with self._lock:
            return Days(max(on or today, today, self._says()), today)

    def trouble(self) -> ClockTrouble | None:
        """Where the clock and the directory differ by more than can be."""
        with self._lock:
            says, today = self._says(), self.today()
            return None if says == today else ClockTrouble(says, today)

    def confirm(self) -> None:
        """A person says that the clock, which is ahead, is right."""
        with self._lock:
            self._word = self._says()

    def note(self, day: dt.date) -> None:
        """Something was written down on this day."""
        with self._lock:
            self._deed = max(day, self._last() or day)

    def _says(self) -> dt.date:
        if self._given is not None:
            return self._given()
        return self._now().astimezone(self._zone()).date()

    def _reach(self, deed: dt.date) -> dt.date:
        """The last day that is believed without a person's word."""
        if self._given is not None:
            return dt.date.max
        return max(filter(None, (deed, self._seen, self._word))) + LEAP

    def _last(self) -> dt.date | None:
        """The newest day that is known to have been, for something was written down on it."""
        if not self._asked:
            self._moment, day = self._newest()
            days = [day] if day is not None else []
            if self._moment is not None:
                days.append(self._moment.astimezone(self._zone()).date())
            self._deed = max(days, default=None)
            self._asked = True
        return self._deed
