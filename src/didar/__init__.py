"""Didar reads Persian news and keeps the diplomatic record."""
