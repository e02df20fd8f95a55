"""Every text that people see is a message: its English is written where it is used.

``_("Open the %(format)s", format=…)`` gives the text in the language of the site; ``ngettext``
the one for a number, ``count`` a number with its noun. ``N_`` and ``NN_`` only mark a text that is
translated elsewhere, such as one in a constant. A text has ``%(name)s`` where a value belongs and
``%%`` for a percent sign, and never any markup. ``scripts/messages.py`` collects all of them for
translators in ``po/``. English needs nothing of this at run time: neither Babel nor a file is read.
"""

from resource_catalog.model.messages.counts import count as count
from resource_catalog.model.messages.counts import ngettext as ngettext
from resource_catalog.model.messages.counts import number as number
from resource_catalog.model.messages.lists import alternatives as alternatives
from resource_catalog.model.messages.lists import listed as listed
from resource_catalog.model.messages.lists import together as together
from resource_catalog.model.messages.translate import N_ as N_
from resource_catalog.model.messages.translate import NN_ as NN_
from resource_catalog.model.messages.translate import _ as _
from resource_catalog.model.messages.translate import activate as activate
from resource_catalog.model.messages.translate import current as current
from resource_catalog.model.messages.translate import in_sentence as in_sentence
from resource_catalog.model.messages.translate import named as named
from resource_catalog.model.messages.translate import override as override
from resource_catalog.model.messages.translate import translated as translated
