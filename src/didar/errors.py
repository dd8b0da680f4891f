"""What didar raises on purpose.

* DidarError
  + PackError      a file of the language pack is wrong
  + SourceError    a source named by the caller cannot be opened
  + RecordError    the record cannot be opened, is not a record, or cannot be written
  + TimeLimitError a question to the record took longer than it may
  + UsageError     the caller asks for something that cannot be
    - UnknownError the record has nothing of this id or name
"""

from collections.abc import Iterable


class DidarError(Exception):
    """Base of every error that didar raises on purpose."""


class PackError(DidarError):
    """The language pack is wrong. `faults`: one line each, `file:line: what is, what is expected`."""

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(["the language pack has faults:", *self.faults]))


class SourceError(DidarError):
    """A source named by the caller does not exist or cannot be opened."""


class RecordError(DidarError):
    """The record cannot be opened, is not a record of didar, or cannot be written."""


class TimeLimitError(DidarError):
    """A question to the record took longer than it may."""


class UsageError(DidarError):
    """The caller asks for something that cannot be: an unknown id, a field that is none."""


class UnknownError(UsageError):
    """The record has nothing of this id or name."""
