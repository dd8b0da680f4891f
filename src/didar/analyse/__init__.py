"""Room 3: tokens and sentences as columns."""

from didar.analyse.tokens import analyse, split_text

__all__ = ["analyse", "split_text"]
