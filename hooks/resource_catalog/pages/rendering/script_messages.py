"""Put the messages of the active language into browser code.

Modules call ``gettext("Copied")``, ``gettext("Remove %(label)s", { label })`` and
``ngettext("%(num)s row", "%(num)s rows", number)``, which are functions of
``overrides/js/shared/messages.js``. English stays as it is; any other text is put in the place of
the English one, and for numbers all forms of it with the rule that chooses one.
"""

from __future__ import annotations

import json
import re

from resource_catalog.model.messages import current
from resource_catalog.model.messages.language_messages import ENGLISH

_TEXT = r'\s*("(?:[^"\\]|\\.)*")'
_CALL = re.compile(rf"\b(gettext|gettextNodes|gettextNoop)\({_TEXT}|\bngettext\({_TEXT},{_TEXT}")


def translate_script(code: str) -> str:
    """``code`` with the messages of the active language."""
    return code if current() is ENGLISH else _CALL.sub(_translated, code)


def _translated(call: re.Match[str]) -> str:
    name, text, one, many = call.groups()
    messages = current()
    if name:
        return f"{name}({_literal(messages.text(json.loads(text)))}"
    forms = messages.forms(json.loads(one), json.loads(many))
    listing = ",".join(map(_literal, forms))
    return f"ngettext([{listing}],(n)=>+({messages.plural_rule})"


def _literal(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
