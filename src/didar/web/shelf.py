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
KEPT = 384  # answers that are kept while nobody writes
PIECES = 12_000  # parts of pages, each some kilobytes at most
WAIT = 3.0  # seconds for what another thread is making already
LASTING = 64
Place = tuple[int, Any]


class Busy(Exception):
    """Too many questions are being answered at once."""


class Moment(NamedTuple):
    """The record as it stood when a question came. version: what is kept of it is kept under this number."""

    store: Store
    version: int


class Kept:
    """What was made of a version of the record, by key; the last used `most` of them.

    Two threads that want the same do not both make it. What somebody reading an older version makes stays under that version.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self._found: OrderedDict[Place, Any] = OrderedDict()
        self._making: dict[Place, Lock] = {}
        self._lock = Lock()

    def get(self, place: Place, make: Callable[[], T]) -> T:
        """What is kept there, or what `make` gives."""
        found = self._look(place)
        if found is not None:
            return found[0]  # type: ignore[no-any-return]
        with self._lock:
            turn = self._making.setdefault(place, Lock())
        waited = turn.acquire(timeout=WAIT)
        try:
            if (found := self._look(place)) is not None:
                return found[0]  # type: ignore[no-any-return]
            made = make()
            self.put(place, made)
            return made
        finally:
            if waited:
                turn.release()
            with self._lock:
                self._making.pop(place, None)

    def has(self, place: Place) -> Any:
        """What is kept there, None where nothing is."""
        found = self._look(place)
        return found[0] if found else None

    def _look(self, place: Place) -> tuple[Any] | None:
        with self._lock:
            if place not in self._found:
                return None
            self._found.move_to_end(place)
            return (self._found[place],)

    def put(self, place: Place, made: Any) -> None:
        with self._lock:
            self._found[place] = made
            if len(self._found) > self.most:
                self._found.popitem(last=False)

    def clear(self) -> None:
        with self._lock:
            self._found.clear()


class Shelf:
    """Stores of one record, opened when needed and used again.

    at_once: how many questions are answered side by side. patience: seconds that one more waits for its turn.
    answers, pieces, lasting: what is kept of the newest version that was seen; lasting: what many pages need, however much else is asked.
    """

    def __init__(self, path: Path, *, at_once: int = 3, patience: float = 10.0) -> None:
        self.path = path
        self.answers, self.pieces, self.lasting = Kept(KEPT), Kept(PIECES), Kept(LASTING)
        self._version: int | None = None
        self._free: LifoQueue[SqliteStore] = LifoQueue()
        self._turns = BoundedSemaphore(at_once)
        self._patience = patience

    @contextmanager
    def reading(self, *, seconds: float) -> Iterator[Moment]:
        """A store that reads one moment of the record; TimeLimitError after `seconds`, Busy where no turn comes."""
        if not self._turns.acquire(timeout=self._patience):
            raise Busy
        try:
            with self.aside(seconds=seconds) as moment:
                yield moment
        finally:
            self._turns.release()

    @contextmanager
    def aside(self, *, seconds: float) -> Iterator[Moment]:
        """The same for the server's own work, which takes nobody's turn."""
        store = self._take()
        try:
            with store.snapshot(seconds=seconds) as version:
                self._note(version)
                yield Moment(store, version)
        finally:
            self._free.put(store)

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

    def _note(self, version: int) -> None:
        if version != self._version:
            self._version = version
            for kept in (self.answers, self.pieces, self.lasting):
                kept.clear()

    def close(self) -> None:
        """Close what is open."""
        while True:
            try:
                self._free.get_nowait().close()
            except Empty:
                return
