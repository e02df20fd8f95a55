"""Mending: what has one right answer is put right, and nothing else in a file is touched.

One file a kind of mend. ``answers`` writes what the check is sure of, ``syntax``
makes text readable that is not yet YAML, ``layout`` sees to spaces and the order
of keys, ``addresses`` to links that are known to be safe to ask securely, and
``names`` to the names of files. ``folder`` tries them all on a copy of a catalog
until nothing is left to do, and ``write`` brings the outcome home: all of it or
nothing.
"""
