"""Fix the problems of a catalog that have only one solution, without touching anything else.

Each kind of fix is one file. ``replacements`` applies those that problems bring, ``yaml_repairs``
mends text that is not yet YAML, ``layout`` fixes trailing white space and the order of keys,
``link_repairs`` upgrades links to https and follows moves, ``links_in_texts`` takes addresses out
of texts, and ``file_names`` renames files. ``fix_catalog`` applies them repeatedly to a copy of a
catalog; ``loading/saving`` writes all changes or none.
"""
