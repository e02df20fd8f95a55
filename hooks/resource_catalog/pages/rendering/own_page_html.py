"""Leave of the HTML of a hand-written page of a catalog what only shows texts and pictures."""

from __future__ import annotations

from resource_catalog.loading.own_pages.page_contents import is_own_file

_TAGS = frozenset(
    """
    a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em
    figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp section small
    span strong sub summary sup table tbody td tfoot th thead tr u ul var wbr
    """.split()
)
_EVERYWHERE = frozenset("class dir id lang title".split())
_ATTRIBUTES = {
    "a": {"href"},
    "details": {"open"},
    "img": {"alt", "height", "src", "width"},
    "ol": {"reversed", "start", "type"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
}


def safe_html(html: str) -> str:
    """The HTML without whatever could run, change looks or ask another host."""
    import nh3  # slow to import, and most catalogs have no pages of their own

    return nh3.clean(
        html,
        tags=set(_TAGS),
        attributes={tag: _ATTRIBUTES.get(tag, set()) | _EVERYWHERE for tag in _TAGS},
        attribute_filter=lambda tag, name, value: (
            None if tag == "img" and name == "src" and not is_own_file(value) else value
        ),
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )
