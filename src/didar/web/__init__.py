"""Room 12: the record as pages and as a REST API. `app.make_app` makes the application; `didar serve` runs it."""
