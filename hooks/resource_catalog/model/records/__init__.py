"""The records that a catalog is made of, one kind in a file, frozen and typed.

The fields of a record *are* the keys of its YAML files. The line of a field is
all there is to it: its type is what the loader checks, and
``field_declaration.py`` lists what else it can state and what follows from
that. A facet is not a field: every file in ``catalog/vocabularies/`` adds one.
"""
