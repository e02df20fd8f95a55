#!/usr/bin/env python3
"""Measure the search in a real browser, beside Pagefind and Material's own search.

Builds synthetic catalogs of several sizes, serves them from memory on the
loopback address, and lets readers with empty caches search, type and narrow.
Pagefind is measured when it is there: pip install pagefind pagefind-bin.
Figures mean something on a quiet machine only, so the load that was found is
noted. All sizes with a new work folder take about a quarter of an hour.
Exit status: 0 measured (goals may be missed), 2 not.
"""

from __future__ import annotations

import sys

from bench_path import add_bench
from environment import enter

enter("handouts")
add_bench()

from bench.searches.command import main

if __name__ == "__main__":
    sys.exit(main(__doc__))
