"""Contacts that a paper or an envoy carries: messages, signings, summonses and credentials, each with its own module."""

from didar.assemble.messages import draft_invitation, draft_message
from didar.assemble.signings import draft_signing
from didar.assemble.summonses import draft_credentials, draft_summons

__all__ = ["draft_credentials", "draft_invitation", "draft_message", "draft_signing", "draft_summons"]
