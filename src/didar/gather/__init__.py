"""Room 1: sources named by the caller → articles, and a Reject for whatever cannot be read."""

from didar.gather.sources import read_sources
from didar.gather.streams import READ_SUFFIXES

__all__ = ["READ_SUFFIXES", "read_sources"]
