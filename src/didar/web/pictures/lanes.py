"""Lanes in which nothing lies upon anything else."""

from collections.abc import Iterable
from heapq import heappop, heappush


def lay_in_lanes(extents: Iterable[tuple[float, float]]) -> list[int]:
    """The lane of each (start, end), counted from 0: the lowest that is free. As few lanes as the densest place needs.

    The order of the extents does not matter to how many lanes there are; equal extents keep theirs.
    """
    listed = list(extents)
    order = sorted(range(len(listed)), key=lambda n: (listed[n], n))
    lanes = [0] * len(listed)
    busy: list[tuple[float, int]] = []
    free: list[int] = []
    count = 0
    for n in order:
        start, end = listed[n]
        while busy and busy[0][0] <= start:
            heappush(free, heappop(busy)[1])
        if free:
            lane = heappop(free)
        else:
            lane, count = count, count + 1
        lanes[n] = lane
        heappush(busy, (end, lane))
    return lanes
