"""Report what a pull request changes in a catalog and its site.

``compare`` runs with the code of the pull request and produces findings as data. ``said`` formats
them as a comment in another run, which has more rights and does not trust them.
"""
