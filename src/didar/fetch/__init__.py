"""Addresses → bytes: safely (`addresses`, `network`, `fetcher`) and politely (`robots`, `manners`)."""

from didar.fetch.addresses import Allowance
from didar.fetch.fetcher import Answer, Fetcher, Limits
from didar.fetch.manners import Manners

__all__ = ["Allowance", "Answer", "Fetcher", "Limits", "Manners"]
