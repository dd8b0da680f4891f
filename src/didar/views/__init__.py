"""Room 10: questions to the record. Each view reads a store, changes nothing and returns plain data; `views.text` prints it."""
