"""A contact told in one sentence and dated in the next: «آخرین بار در تهران دیدار کردند. وزیر ایران هفتم اسفند میزبان همتای خود بود.»"""

from didar.assemble.drafts import Draft
from didar.model import Place
from didar.scene import Scene
from didar.terms import EngagementKind, Status


def resume(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """An undated meeting that the text looks back to takes the day of the visit that the next sentence tells of the same people."""
    for meeting in drafts:
        if meeting.kind != EngagementKind.MEETING or meeting.date or not meeting.passing or meeting.status != Status.HELD:
            continue
        visits = [
            v for v in drafts if v.kind == EngagementKind.VISIT and v.told and v.status == Status.HELD and _goes_on(scene, meeting, v)
        ]
        if len(visits) == 1:
            visit = visits[0]
            visit.place = visit.place or meeting.place
            meeting.date, meeting.basis, meeting.told = visit.date, visit.basis, True
            meeting.passing = visit.passing
            meeting.flags.append("day of the visit")
    return drafts


def _goes_on(scene: Scene, meeting: Draft, visit: Draft) -> bool:
    """Whether the visit stands in the next sentence of the paragraph and brings the same people together at the same place."""
    here, there = meeting.frame.sentence, visit.frame.sentence
    lines = scene.analysis.lines
    return (
        there == here + 1
        and lines[there] == lines[here]
        and set(meeting.parties) == set(visit.parties)
        and len(set(meeting.people) & set(visit.people)) > 1
        and _fits(meeting.place, visit)
    )


def _fits(place: Place | None, visit: Draft) -> bool:
    if place is None or place.country not in visit.parties:
        return place is None
    return visit.place is None or visit.place.country == place.country
