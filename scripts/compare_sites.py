#!/usr/bin/env python3
"""Compare the sites that this checkout builds with those of another revision, byte for byte.

Builds the real catalog, each revision its own, and invented ones with both, on the same day and for
the same address, and says which files differ and where that begins. What may differ is listed with
its reason in bench/comparison/exemptions.toml. Archives are compared by what is in them.

Exit status: 0 nothing else differs, 1 something does, 2 not compared.
"""

from __future__ import annotations

import sys

from bench_path import add_bench
from environment import enter

enter()
add_bench()

from bench.comparison.command import main

if __name__ == "__main__":
    sys.exit(main(__doc__))
