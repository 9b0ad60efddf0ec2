"""Looking for duplicates beside everything else: in a lane of its own, so that no save waits."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from directory_app.progress import Progress
from directory_app.ui.jobs import Job
from directory_app.ui.session import Session

if TYPE_CHECKING:
    from directory_app.store.store import Store

T = TypeVar("T")
LANE = "duplicates"


class Beside:
    """One question at a time: a new one takes the place of that under way."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._jobs: list[Job] = []
        self._number = 0

    @property
    def is_busy(self) -> bool:
        """Whether an answer is awaited."""
        return any(not job.is_over for job in self._jobs)

    def stop(self) -> None:
        """Want no answer any more."""
        self._number += 1
        for job in self._jobs:
            job.cancel()
        self._jobs = []

    def ask(
        self,
        work: "Callable[[Store, Progress], T]",
        done: Callable[[T], None],
        *,
        failed: Callable[[Exception], None],
        cancelled: Callable[[], None] | None = None,
        text: str = "",
    ) -> None:
        """Read through the Store in the lane, once it is open; ``text`` as JobRunner's."""
        self.stop()
        number = self._number

        def mine(call: Callable[..., None] | None) -> Callable[..., None]:
            def heard(*given: Any) -> None:
                if call is not None and number == self._number:
                    call(*given)

            return heard

        def begin(store: "Store") -> None:
            if number != self._number:
                return
            job = self._session.runner.start(
                lambda progress: work(store, progress),
                mine(done),
                failed=mine(failed),
                cancelled=mine(cancelled),
                text=text,
                lane=LANE,
            )
            self._jobs.append(job)

        self._jobs.append(self._session.ask(lambda store: store, begin, failed=mine(failed)))
