"""Room 6: on which side of the publication the verb of a time expression's clause lies."""

from collections.abc import Mapping, Sequence

from didar.pack.rows import VerbForm
from didar.terms import Tense

_PAST = frozenset(("past", "perfect", "pluperfect", "imperfect"))
_AHEAD = frozenset(("present", "subjunctive"))
_FINITE_AFTER = frozenset(("است", "اند", "بود", "بودند", "باشد", "باشند", "شد", "شدند"))


def tense_after(words: Sequence[str], first: int, end: int, *, verbs: Mapping[str, VerbForm]) -> Tense | None:
    """The tense of the first finite verb among the tokens [first, end): Persian closes its clause with the verb.

    A present or subjunctive («برگزار می‌شود», «قرار است … دیدار کند») tells of what is to come, «است» of no side.
    None where no verb follows.
    """
    for i in range(first, end):
        form = verbs.get(words[i])
        if form is None:
            continue
        after = words[i + 1] if i + 1 < end else ""
        if form.tense == "future":
            main = verbs.get(after)
            if main is not None and main.tense == "past":
                return Tense.FUTURE
        elif form.tense == "participle":
            if after in _FINITE_AFTER or not after.isalnum() or after in ("و", "که"):
                return Tense.PAST
            if after.startswith(("خواه", "میشو")):
                return Tense.FUTURE
        elif form.also == "noun" and after.isalnum() and after not in ("و", "که", "تا", "اما", "ولی"):
            continue
        elif form.tense in _PAST:
            return Tense.PAST
        elif form.tense in _AHEAD:
            return Tense.PRESENT if form.lemma == "بود" and form.tense == "present" else Tense.FUTURE
    return None
