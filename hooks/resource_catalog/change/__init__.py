"""Change: what a pull request does to a catalog and its site, found and then said.

The two halves run apart: what was found is handed over as data, which the
half that speaks on GitHub takes for the word of a stranger.
"""
