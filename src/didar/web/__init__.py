"""Room 12: the same views as pages, pictures and a REST API."""
