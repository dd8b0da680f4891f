"""The server's own things (`Site`), and what is known of the record at one moment (`Known`): read once while nobody writes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Any, TypeVar

from didar.pack import Pack, load_pack
from didar.store import Store
from didar.store.interface import EntryQuestions
from didar.views.audit import last_published
from didar.views.register import Registered, read_register
from didar.web.shelf import Moment, Shelf
from didar.web.signing_in import Gate

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Site:
    """What all requests share. gate: None where nothing may be changed. seconds: that a question may take."""

    shelf: Shelf
    gate: Gate | None
    seconds: float

    @property
    def pack(self) -> Pack:
        return load_pack()


class Known:
    """The record as it stands at one moment, with what was made of this version of it before."""

    def __init__(self, site: Site, moment: Moment) -> None:
        self.site = site
        self.store: Store = moment.store
        self.version = moment.version

    @cached_property
    def today(self) -> date:
        """The last day that an article was published; only an empty record takes the machine's."""
        return self.kept_long("today", lambda: last_published(self.store)) or datetime.now(UTC).date()

    @cached_property
    def entries(self) -> EntryQuestions:
        """Whom to ask about many entries: the register where it is made already, else the store."""
        register = self.site.shelf.lasting.has((self.version, "register"))
        return self.store if register is None else Registered(register, self.store)

    def make_register(self) -> None:
        """From now on many entries are counted in memory."""
        self.kept_long("register", lambda: read_register(self.store))

    def kept(self, key: Any, make: Callable[[], T]) -> T:
        """What `make` gives, made once while nobody writes to the record."""
        return self.site.shelf.answers.get((self.version, key), make)

    def kept_long(self, key: Any, make: Callable[[], T]) -> T:
        """The same for what many pages need: questions, however many, do not press it out."""
        return self.site.shelf.lasting.get((self.version, key), make)

    def kept_piece(self, key: Any, make: Callable[[], T]) -> T:
        """The same for parts of pages, of which there are many."""
        return self.site.shelf.pieces.get((self.version, key), make)
