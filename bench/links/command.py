"""The command ``scripts/bench_links.py``: parse its options, measure and print."""

from __future__ import annotations

from bench.command_line import argument_parser
from bench.links.measure import measure, measure_linkchecker


def main(description: str | None) -> int:
    """Run the command; return the exit status."""
    options = argument_parser(description)
    options.add_argument("--addresses", type=int, help="only so many")
    options.add_argument("--hosts", type=int, default=50, help="default: %(default)s")
    options.add_argument("--linkchecker", action="store_true", help="measure it as well")
    arguments = options.parse_args()
    if arguments.addresses:
        print(measure(arguments.addresses, arguments.hosts, 0.05))
    else:
        print(measure(1_000, 50, 0.05))
        print(measure(20_000, 2_000, 0))
    if arguments.linkchecker:
        print(measure_linkchecker(arguments.addresses or 1_000, arguments.hosts, 0.05))
    return 0
