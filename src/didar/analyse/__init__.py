"""Room 3: tokens and sentences as columns."""

from didar.analyse.tokens import analyse

__all__ = ["analyse"]
