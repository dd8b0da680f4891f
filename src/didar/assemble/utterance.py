"""What one sentence says that somebody says, before its act and its topics are known."""

from dataclasses import dataclass

from didar.pack.speech import SpeechRow


@dataclass(frozen=True, slots=True)
class Draft:
    """Tokens [first, last) are what the speakers (entity numbers) say. how: the construction. row: what told it."""

    first: int
    last: int
    speakers: tuple[int, ...]
    row: SpeechRow | None
    how: str
    sentence: int
    turn: int
    sure: float = 0.9
