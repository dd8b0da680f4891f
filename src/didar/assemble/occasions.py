"""When, where and in which contact something was said."""

from collections.abc import Sequence

from didar.assemble.utterance import Draft
from didar.model import Actor, Engagement, Span
from didar.scene import Scene
from didar.terms import EngagementKind, Medium, Status

_LONGEST = 4
_MEETINGS = {
    EngagementKind.MEETING: Medium.MEETING,
    EngagementKind.CALL: Medium.CALL,
    EngagementKind.TALKS: Medium.MEETING,
    EngagementKind.CONFERENCE: Medium.SPEECH,
    EngagementKind.SUMMONS: Medium.MEETING,
    EngagementKind.CREDENTIALS: Medium.MEETING,
    EngagementKind.MESSAGE: Medium.LETTER,
}


class OccasionFinder:
    """Finds for each statement the contact it belongs to, and its medium; what was told last holds on."""

    def __init__(self, scene: Scene, engagements: Sequence[Engagement]) -> None:
        self.scene = scene
        self.spoken = [e for e in engagements if e.status in (Status.HELD, Status.ONGOING) and e.kind in _MEETINGS]
        self.last: tuple[tuple[int, ...], Engagement | None, Medium | None] = ((), None, None)

    def find(self, draft: Draft, actors: Sequence[Actor]) -> tuple[Engagement | None, Medium | None]:
        """The contact in which a draft was said, and the medium."""
        medium = self._told(draft)
        engagement = None if medium not in (None, Medium.LETTER) else self._engagement(draft, actors)
        if engagement is not None:
            medium = medium or _MEETINGS[engagement.kind]
        elif medium is None and self.last[0] == draft.speakers:
            engagement, medium = self.last[1], self.last[2]
        self.last = (draft.speakers, engagement, medium)
        return engagement, medium

    def _told(self, draft: Draft) -> Medium | None:
        """The medium that the sentence names outside of what is said."""
        words, media = self.scene.analysis.words, self.scene.pack.speech.media
        first, last = self.scene.analysis.sentences[draft.sentence]
        for a, b in ((first, draft.first), (draft.last, last)):
            for k in range(a, b):
                key = ""
                for n in range(k, min(k + _LONGEST, b)):
                    key += words[n]
                    if key in media:
                        return media[key]
        return None

    def _engagement(self, draft: Draft, actors: Sequence[Actor]) -> Engagement | None:
        """The contact told in the same sentence, else the only one that the speakers took part in."""
        first, last = self.scene.analysis.sentences[draft.sentence]
        room = self.scene.analysis.span(first, last)
        shared = [e for e in self.spoken if _takes_part(e, actors)]
        here = [e for e in shared if any(_touch(room, span) for span in e.evidence)]
        if here:
            return here[0]
        return shared[0] if len(shared) == 1 else None


def _takes_part(engagement: Engagement, actors: Sequence[Actor]) -> bool:
    people = [(p.actor.name, p.actor.office, p.actor.party) for p in engagement.participants]
    return all(
        (a.name, a.office, a.party) in people or (a.name is None and a.office is None and a.party in engagement.parties) for a in actors
    )


def _touch(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]
