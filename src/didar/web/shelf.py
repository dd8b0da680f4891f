"""Open stores for the threads of the server: each question has one for itself, and what does not change is kept."""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, LifoQueue
from threading import BoundedSemaphore, Lock
from typing import Any, TypeVar

from didar.store import Store, open_record
from didar.store.sqlite import SqliteStore

T = TypeVar("T")
KEPT = 256  # answers that are kept while nobody writes


class Busy(Exception):
    """Too many questions are being answered at once."""


class Shelf:
    """Stores of one record, opened when needed and used again.

    at_once: how many questions are answered side by side. patience: seconds that one more waits for its turn.
    generation: grows whenever somebody has written to the record.
    """

    def __init__(self, path: Path, *, at_once: int = 8, patience: float = 10.0) -> None:
        self.path = path
        self.generation = 0
        self._free: LifoQueue[SqliteStore] = LifoQueue()
        self._turns = BoundedSemaphore(at_once)
        self._patience = patience
        self._answers: OrderedDict[tuple[int, Any], Any] = OrderedDict()
        self._lock = Lock()

    @contextmanager
    def reading(self, *, seconds: float) -> Iterator[Store]:
        """A store that reads one moment of the record; TimeLimitError after `seconds`, Busy where no turn comes."""
        if not self._turns.acquire(timeout=self._patience):
            raise Busy
        try:
            store = self._take()
            try:
                with store.snapshot(seconds=seconds) as changed:
                    if changed:
                        self._note_change()
                    yield store
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

    def _note_change(self) -> None:
        with self._lock:
            self.generation += 1
            self._answers.clear()

    def kept(self, key: Any, make: Callable[[], T]) -> T:
        """What `make` gives, made once while nobody writes. To be called while reading."""
        place = (self.generation, key)
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
