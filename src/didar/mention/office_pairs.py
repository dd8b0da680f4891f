"""Which two offices one person may hold at once."""

from didar.terms import Office

_ONE_PERSON = frozenset(
    (
        (Office.PRIME_MINISTER, Office.FOREIGN_MINISTER),
        (Office.OTHER, Office.FOREIGN_MINISTER),
        (Office.PARTY_LEADER, Office.FOREIGN_MINISTER),
        (Office.OTHER, Office.SPOKESPERSON),
        (Office.OTHER, Office.DEPUTY_FOREIGN_MINISTER),
        (Office.DEPUTY_FOREIGN_MINISTER, Office.SPOKESPERSON),
        (Office.FOREIGN_MINISTER, Office.OTHER),
        (Office.PRIME_MINISTER, Office.MINISTER),
        (Office.FOREIGN_MINISTER, Office.MINISTER),
        (Office.AMBASSADOR, Office.SPECIAL_ENVOY),
    )
)
_VAGUE = frozenset((Office.OTHER, Office.PARTY_LEADER, Office.MEMBER_OF_PARLIAMENT))
_JOINABLE = frozenset(
    (
        Office.OTHER,
        Office.ADVISER,
        Office.SPECIAL_ENVOY,
        Office.NEGOTIATOR,
        Office.MEMBER_OF_PARLIAMENT,
        Office.PERMANENT_REPRESENTATIVE,
        Office.PARTY_LEADER,
        Office.DIRECTOR_GENERAL,
    )
)


def may_be_one(first: Office, second: Office) -> bool:
    """Whether one person may well hold both offices of «X و Y»."""
    return second in _JOINABLE or (first, second) in _ONE_PERSON


def graver(first: Office, second: Office) -> bool:
    """Whether the second office of «X و Y» is the one that its holder is known by: «عضو دفتر سیاسی و وزیر خارجه»."""
    return first in _VAGUE and second not in _VAGUE
