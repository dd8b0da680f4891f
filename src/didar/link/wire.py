"""Wire copies: articles that copy one text count as one source. MinHash of word shingles (rensa), banded."""

from collections.abc import Sequence
from hashlib import blake2b

from rensa import RMinHash  # type: ignore[import-untyped]

from didar.letters import fold_word

NUMBERS, BANDS, SEED = 64, 16, 20
ALIKE = 0.6
SHORTEST = 8  # words; shorter texts are alike by chance


def sign_text(text: str) -> tuple[int, ...] | None:
    """The MinHash of a text, None where it is too short to tell a copy by."""
    words = [w for w in (fold_word("".join(c for c in x if c.isalnum())) for x in text.split()) if w]
    if len(words) < SHORTEST:
        return None
    made = RMinHash(num_perm=NUMBERS, seed=SEED)
    made.update([" ".join(words[i : i + 3]) for i in range(len(words) - 2)])
    return tuple(made.digest())


def find_bands(signature: Sequence[int]) -> tuple[str, ...]:
    """The keys by which copies find each other."""
    rows = NUMBERS // BANDS
    return tuple(f"{b}:{blake2b(repr(signature[b * rows : (b + 1) * rows]).encode(), digest_size=8).hexdigest()}" for b in range(BANDS))


def are_copies(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether the estimated share of common shingles makes one text a copy of the other."""
    return sum(a == b for a, b in zip(one, other, strict=True)) / NUMBERS >= ALIKE
