#!/usr/bin/env python3
"""Check the links of a catalog, or addresses that are in no entry yet.

Earlier results are kept in the ledger, so that a server's bad day raises no
alarm. A run that was stopped continues where it was if you start it again on
the same day. HTTP_PROXY, HTTPS_PROXY, NO_PROXY and
SSL_CERT_FILE are honoured.

Exit status: 0 fine, 1 broken links, 2 could not run, 70 a bug in the program.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys

from environment import enter

enter()

from console.git import GitError
from console.link_watch import run
from console.link_watch.errors import CannotCheckError
from console.link_watch.options import read_options
from console.streams import escape_unencodable
from resource_catalog.links.record.link_selection import SelectionError
from resource_catalog.links.record.run_journal import JournalLockedError
from resource_catalog.loading.folder_layout import UnusableFolderError
from resource_catalog.loading.saving.file_changes import FileChangedError
from resource_catalog.model.messages import _


def main() -> int:
    """Run the command; return the exit status."""
    options = read_options(__doc__)
    escape_unencodable()
    # Handle SIGTERM like Ctrl+C: results are on disk already.
    signal.signal(signal.SIGTERM, lambda *_frame: signal.raise_signal(signal.SIGINT))
    try:
        return run.run(options)
    except (UnusableFolderError, SelectionError, CannotCheckError, GitError) as error:
        print(error, file=sys.stderr)
    except JournalLockedError:
        running = _("Another run is writing %(file)s. Wait for it to end.", file=options.ledger)
        print(running, file=sys.stderr)
    except KeyboardInterrupt:
        stopped = _("Stopped.")
        if options.writes_ledger:
            stopped = _("Stopped. What was found is kept: start again to go on.")
        print(stopped, file=sys.stderr)
    except BrokenPipeError:  # as in “check_links.py | head”
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except FileChangedError as error:
        kept = _("What was found is kept: start again to go on.")
        print(error, kept, file=sys.stderr)
    except OSError as error:
        print(f"{error.filename or options.ledger}: {error.strerror}.", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
