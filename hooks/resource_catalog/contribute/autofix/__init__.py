"""Fix the problems of a catalog that have only one solution, without touching anything else.

Each kind of fix is one file. ``answers`` applies the replacements of problems, ``syntax`` repairs
text that is not yet YAML, ``layout`` fixes trailing white space and the order of keys,
``addresses`` upgrades links to https, and ``names`` fixes file names. ``folder`` applies them
repeatedly to a copy of a catalog, and ``write`` saves all changes or none.
"""
