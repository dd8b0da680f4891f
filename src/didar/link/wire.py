"""Wire copies: articles that copy one text count as one source. MinHash of word shingles (rensa), banded.

Versions of one address count as one source too, however much of the text was changed; they find each other by a band of their own.
"""

from collections.abc import Sequence
from hashlib import blake2b
from urllib.parse import urlsplit

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


def address_band(url: str | None) -> str | None:
    """The key by which versions of one address find each other; None for what is no article's address, such as a front page."""
    try:
        parts = urlsplit((url or "").strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    rest = parts.path.rstrip("/") + (f"?{parts.query}" if parts.query else "")
    return f"at:{blake2b((host + rest).encode('utf-8', 'replace'), digest_size=8).hexdigest()}" if host and rest else None


def are_copies(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether the estimated share of common shingles makes one text a copy of the other."""
    return sum(a == b for a, b in zip(one, other, strict=True)) / NUMBERS >= ALIKE
