"""Room 8: which tellings are of the same contact.

Pure functions over the nouns of `didar.record`: `blocks` finds candidates, `compare` scores a pair with its why, `group`
makes the partition of a set of tellings, `attach` gives undated tellings to dated contacts, `fields` makes the entry.
"""
