"""What was seen and could not be read: kept in the reading with its reason, never dropped."""

from collections.abc import Iterator

from didar.days import resolve_date
from didar.model import Unresolved
from didar.scene import Scene
from didar.terms import Office, Reason
from didar.when import ResolvedDate
from didar.who import Kind

_NOT_A_DAY = frozenset((Reason.A_DURATION, Reason.REPEATS))
_REFERRING = frozenset((Kind.PRONOUN, Kind.JOINT, Kind.COUNTERPART, Kind.PLURAL))


def assemble_unresolved(scene: Scene) -> tuple[Unresolved, ...]:
    """Dates without a day, «وی» without a person, offices without a party; in the order of the text."""
    return tuple(sorted((*_dates(scene), *_mentions(scene)), key=lambda u: u.span))


def _dates(scene: Scene) -> Iterator[Unresolved]:
    for mention in scene.dates:
        result = resolve_date(mention, anchor=scene.anchor)
        if not isinstance(result, ResolvedDate) and result not in _NOT_A_DAY:
            yield Unresolved(span=scene.analysis.span(mention.first, mention.last), what="date", reason=result)


def _mentions(scene: Scene) -> Iterator[Unresolved]:
    for number, mention in enumerate(scene.mentions):
        who = scene.entities_of(number)
        span = scene.analysis.span(mention.first, mention.last)
        if not who and mention.kind in _REFERRING:
            yield Unresolved(span=span, what=mention.kind.value, reason=Reason.NO_REFERENT)
        elif who and who[0].party is None and mention.office and mention.office != Office.OTHER and not mention.indefinite:
            yield Unresolved(span=span, what="party", reason=Reason.UNKNOWN_PARTY)
