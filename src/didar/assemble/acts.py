"""What a statement does, whether its words are the speaker's own, whom it is aimed at and what it is about."""

from didar.assemble.speech import Draft, SpeechReader
from didar.scene import Scene
from didar.terms import Act


def act_of(scene: Scene, draft: Draft) -> Act:
    """The act: by the word of saying."""
    return draft.row.act if draft.row else Act.SAY


def is_direct(scene: Scene, draft: Draft, reader: SpeechReader) -> bool:
    """Within quotation marks, or behind a colon in the first person."""
    if reader.quoted[draft.first] >= 0:
        return True
    if draft.how not in ("colon", "headline", "on", "quote-on"):
        return False
    return reader.own_words(draft.first, draft.last)


def toward_of(scene: Scene, draft: Draft) -> tuple[str, ...]:
    """Parties named in what is said, other than the speakers' own."""
    own = {scene.references.entities[n].party for n in draft.speakers}
    out: list[str] = []
    for k in range(draft.first, draft.last):
        n = scene.mention_at.get(k)
        if n is None:
            continue
        for entity in scene.entities_of(n):
            if entity.party and entity.party not in own and entity.party not in out:
                out.append(entity.party)
    return tuple(out)


def topics_of(scene: Scene, draft: Draft) -> tuple[str, ...]:
    """Topics whose words stand in what is said."""
    out: list[str] = []
    for k in range(draft.first, draft.last):
        mark = scene.marks[k]
        if mark and (row := mark.word("topic")) and row.value not in out:
            out.append(row.value)
    return tuple(out)
