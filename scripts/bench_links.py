#!/usr/bin/env python3
"""Measure the link watch on loopback: 1,000 addresses over 50 hosts, and memory at 20,000.

The servers run in a process of their own. For the 1,000 they answer after 50 ms each, for the
20,000 at once. With --linkchecker, LinkChecker is given the same 1,000 at the same rate for each
host; it finds the servers through a proxy, as it cannot be told where a name leads.
"""

from __future__ import annotations

import sys

from bench_path import add_bench
from environment import enter

enter()
add_bench()

from bench.links.command import main

if __name__ == "__main__":
    sys.exit(main(__doc__))
