"""Room 4: what is named, and what it means by itself."""
