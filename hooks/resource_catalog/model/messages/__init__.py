"""Every text that the product says is a message: its English is written where it is said.

``_("Open the %(format)s", format=…)`` gives the text in the language of the site; ``ngettext``
the one for a number, ``count`` a number with its noun. ``N_`` and ``NN_`` only mark a text that
is said elsewhere, such as one in a constant. A text has ``%(name)s`` where a value belongs and
``%%`` for a percent sign, and never any markup. ``scripts/messages.py`` collects all of them for
translators in ``po/``. English needs nothing of this at run time: neither Babel nor a file is
read.
"""

from resource_catalog.model.messages.counts import count as count
from resource_catalog.model.messages.spoken import N_ as N_
from resource_catalog.model.messages.spoken import NN_ as NN_
from resource_catalog.model.messages.spoken import _ as _
from resource_catalog.model.messages.spoken import alternatives as alternatives
from resource_catalog.model.messages.spoken import current as current
from resource_catalog.model.messages.spoken import in_sentence as in_sentence
from resource_catalog.model.messages.spoken import listed as listed
from resource_catalog.model.messages.spoken import named as named
from resource_catalog.model.messages.spoken import ngettext as ngettext
from resource_catalog.model.messages.spoken import number as number
from resource_catalog.model.messages.spoken import said as said
from resource_catalog.model.messages.spoken import say_in as say_in
from resource_catalog.model.messages.spoken import speaking as speaking
