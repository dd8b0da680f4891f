"""Room 5: clauses, the cases of phrases, and the frames that triggers set up."""
