"""Room 7: the codebook applied: what is an engagement and what is not, one for each contact."""
