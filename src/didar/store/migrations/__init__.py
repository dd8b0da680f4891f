"""The steps from one version of the record to the next (Alembic). `store.sqlite` runs them after a backup."""
