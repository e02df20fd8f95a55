"""Report what a pull request changes in a catalog and its site.

``compare`` runs with the code of the pull request and produces findings as data. ``comment``
formats them in another workflow run, which has more permissions and does not trust them.
"""
