"""Room 6: who and when is meant."""
