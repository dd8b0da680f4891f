"""Open stores for the threads of the server: each question has one for itself, and what does not change is kept."""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, LifoQueue
from threading import BoundedSemaphore, Lock
from typing import Any, NamedTuple, TypeVar

from didar.store import Store, open_record
from didar.store.sqlite import SqliteStore

T = TypeVar("T")
KEPT = 256  # answers that are kept while nobody writes


class Busy(Exception):
    """Too many questions are being answered at once."""


class Moment(NamedTuple):
    """The record as it stood when a question came. generation: what is kept of it is kept under this number."""

    store: Store
    generation: int


class Shelf:
    """Stores of one record, opened when needed and used again.

    at_once: how many questions are answered side by side. patience: seconds that one more waits for its turn.
    generation: grows whenever somebody has written to the record.
    """

    def __init__(self, path: Path, *, at_once: int = 3, patience: float = 10.0) -> None:
        self.path = path
        self.generation = 0
        self._free: LifoQueue[SqliteStore] = LifoQueue()
        self._turns = BoundedSemaphore(at_once)
        self._patience = patience
        self._answers: OrderedDict[tuple[int, Any], Any] = OrderedDict()
        self._lock = Lock()

    @contextmanager
    def reading(self, *, seconds: float) -> Iterator[Moment]:
        """A store that reads one moment of the record; TimeLimitError after `seconds`, Busy where no turn comes.

        The number of the generation is read before the moment begins, so that nothing older is kept under a newer number.
        """
        if not self._turns.acquire(timeout=self._patience):
            raise Busy
        try:
            store = self._take()
            generation = self.generation
            try:
                with store.snapshot(seconds=seconds) as changed:
                    yield Moment(store, self._note_change() if changed else generation)
            finally:
                self._free.put(store)
        finally:
            self._turns.release()

    @contextmanager
    def writing(self) -> Iterator[Store]:
        """A store of its own that may write."""
        with open_record(self.path, write=True) as store:
            yield store

    def _take(self) -> SqliteStore:
        try:
            return self._free.get_nowait()
        except Empty:
            return open_record(self.path)

    def _note_change(self) -> int:
        with self._lock:
            self.generation += 1
            self._answers.clear()
            return self.generation

    def kept(self, generation: int, key: Any, make: Callable[[], T]) -> T:
        """What `make` gives of the moments of one generation, made once."""
        place = (generation, key)
        with self._lock:
            if place in self._answers:
                self._answers.move_to_end(place)
                found: T = self._answers[place]
                return found
        made = make()
        with self._lock:
            self._answers[place] = made
            if len(self._answers) > KEPT:
                self._answers.popitem(last=False)
        return made

    def close(self) -> None:
        """Close what is open."""
        while True:
            try:
                self._free.get_nowait().close()
            except Empty:
                return
