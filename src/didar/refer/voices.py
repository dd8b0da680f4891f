"""Whose words a mention stands in: «سخنگوی وزارت خارجه آلمان گفت که وزیر خارجه …» speaks of the German minister."""

from collections.abc import Sequence

from didar.model import Analysis
from didar.pack.speech import SpeechLexicon, Takes
from didar.syntax import Clauses, Phrase
from didar.who import ActorMention, Kind

_SPEAKS = frozenset((Kind.PERSON, Kind.OFFICE, Kind.INSTITUTION, Kind.PARTY, Kind.PRONOUN))
_LONGEST = 3  # tokens of the noun before a light verb of saying
_OPEN, _CLOSE = "«“", "»”"


class Voices:
    """For a mention, the mention that is speaking where it stands: in the sentence's own report, or an open quotation's."""

    def __init__(
        self, analysis: Analysis, mentions: Sequence[ActorMention], phrases: Sequence[Phrase], clauses: Clauses, *, speech: SpeechLexicon
    ) -> None:
        self.words, self.mentions, self.phrases = analysis.words, mentions, phrases
        self.said = _reports(analysis.words, clauses, speech)
        self.of: list[int | None] = [None] * len(mentions)
        self._read(analysis)

    def _read(self, analysis: Analysis) -> None:
        speaker, depth, mention = None, 0, 0
        for first, last in analysis.sentences:
            if depth == 0:
                speaker = None
            subject = None
            for k in range(first, last):
                word = self.words[k]
                depth = max(0, depth + (word in _OPEN) - (word in _CLOSE))
                if (word == ":" or k in self.said) and depth == 0 and subject is not None:
                    speaker = subject
                while mention < len(self.mentions) and self.mentions[mention].first <= k:
                    self.of[mention] = speaker
                    if subject is None and speaker is None and self.mentions[mention].kind in _SPEAKS:
                        subject = mention
                    mention += 1


def _reports(words: Sequence[str], clauses: Clauses, speech: SpeechLexicon) -> set[int]:
    """The tokens at which what is said begins, behind a verb of saying («گفت که …», «اعلام کرد …»)."""
    out = set()
    for clause in clauses.clauses:
        verb = clause.verb
        rows = speech.verbs.get(verb.lemma) if verb else None
        if verb is None or rows is None or verb.person in (1, 2, 4, 5) or verb.negative:
            continue
        nouns = ("".join(words[k : verb.first]) for k in range(max(0, verb.first - _LONGEST), verb.first))
        row = next((r for n in nouns if (r := rows.get(n))), rows.get(""))
        if row is not None and row.takes not in (Takes.DOCUMENT, Takes.BETWEEN):
            out.add(verb.last)
    return out
