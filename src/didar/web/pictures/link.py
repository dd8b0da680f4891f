"""Where pictures lead."""

from collections.abc import Callable
from dataclasses import dataclass

from didar.web.pictures.window import Window


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Where a picture leads, and how it calls a party.

    entry:  an entry's id to the address of its page.
    window: days, and a kind where only one is meant, to the address of the same question narrowed to them.
    party:  a party's code to its name in the language of the page.
    """

    entry: Callable[[str], str]
    window: Callable[[Window, str | None], str]
    party: Callable[[str], str] = str
