"""Define the records that a catalog is made of, one kind per file, frozen and typed.

The fields of a record are the keys of its YAML files. A new field needs one
line: its type is validated by the loader, and ``field_declaration.py`` lists
what else it can declare. A facet is not a field: every file in
``catalog/vocabularies/`` is one.
"""
