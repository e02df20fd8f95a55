"""Read a link ledger in its older form: one JSON document for all links."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from pydantic import ValidationError

from resource_catalog.model.ledger.faults import (
    MAX_FAULTS,
    DamagedLedgerError,
    LedgerFault,
    forgeries,
    offering_only_followable,
    validation_messages,
)
from resource_catalog.model.ledger.link_ledger import Ledger
from resource_catalog.model.messages import _

_CONFLICT_IN_DOCUMENT = re.compile(r"^<{7} .*\n(?:.*\n)*?={7}\n(?:.*\n)*?>{7} ", re.MULTILINE)


def parse_document(text: str) -> Ledger:
    """Parse a ledger in the older form: one JSON document."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        if conflict := _CONFLICT_IN_DOCUMENT.search(error.doc):
            line = error.doc.count("\n", 0, conflict.start()) + 1
            message = _(
                "Git left two versions of the same lines here. Write each into a file, with "
                "“git show :2:…” and “git show :3:…”, and join them with "
                "“scripts/check_links.py --merge ours theirs”."
            )
            raise DamagedLedgerError([LedgerFault(message, line)], is_conflict=True) from None
        message = _("This is not valid JSON: %(reason)s.", reason=error.msg)
        raise DamagedLedgerError([LedgerFault(message, error.lineno, error.colno)]) from None
    except (ValueError, RecursionError):  # a number of thousands of digits, nested deep
        raise DamagedLedgerError([LedgerFault(_("This is not JSON in UTF-8."))]) from None
    try:
        ledger = Ledger.model_validate(data)
    except ValidationError as error:
        faults = [
            LedgerFault(message, _line_of(loc, text)) for loc, message in validation_messages(error)
        ]
        raise DamagedLedgerError(faults[:MAX_FAULTS]) from None
    faults = [
        LedgerFault(message, _line_of(("links", url), text))
        for url, record in ledger.links.items()
        for message in forgeries(record)
    ]
    if faults:
        raise DamagedLedgerError(faults[:MAX_FAULTS])
    links = {url: offering_only_followable(record) for url, record in ledger.links.items()}
    return ledger.model_copy(update={"links": links})


def _line_of(path: Sequence[int | str], text: str) -> int:
    """The line of a link in a document; 1 for anything else."""
    if len(path) < 2 or path[0] != "links":
        return 1
    found = (text.find(json.dumps(path[1], ensure_ascii=ascii_)) for ascii_ in (False, True))
    start = max(found)
    return text.count("\n", 0, start) + 1 if start >= 0 else 1
