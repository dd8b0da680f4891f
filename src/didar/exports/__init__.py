"""The record in formats of others, one file a format."""
