"""The language pack: tables and frames to one compiled, immutable object."""

from didar.pack.load import DEFAULT, Pack, load_pack

__all__ = ["DEFAULT", "Pack", "load_pack"]
