"""Didar reads Persian news and keeps the diplomatic record."""

from didar.dates import find_dates
from didar.errors import DidarError, PackError, RecordError, SourceError, UsageError
from didar.model import Article, Reading, Reject
from didar.names import compare_names
from didar.pack import Pack, load_pack
from didar.pipeline import VERSION as __version__
from didar.pipeline import read_article
from didar.shape import reading_from_dict, reading_to_dict

__all__ = [
    "__version__",
    "Article",
    "compare_names",
    "DidarError",
    "find_dates",
    "load_pack",
    "Pack",
    "PackError",
    "read_article",
    "Reading",
    "reading_from_dict",
    "reading_to_dict",
    "RecordError",
    "Reject",
    "SourceError",
    "UsageError",
]
