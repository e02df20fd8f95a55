"""Messages in templates and browser code: put in when these are compiled or bundled."""

from __future__ import annotations

import pytest

from resource_catalog.model.messages import override
from resource_catalog.model.messages.language_messages import ENGLISH, Messages
from resource_catalog.model.messages.own_words import with_words
from resource_catalog.model.messages.po_files import messages_in
from resource_catalog.pages.rendering.script_messages import translate_script
from resource_catalog.pages.rendering.template_messages import TranslatingEnvironment

FRENCH = Messages(
    "fr",
    texts={
        "Hello": "Bonjour",
        "Next %(phase)s": "%(Phase)s : suivant",
        "Open %(a)s at %(b)s": "Sur %(b)s, ouvrir %(a)s",
    },
    plurals={"%(num)s cat": ("%(num)s chat", "%(num)s chats")},
    form_of=lambda n: int(n > 1),
    plural_rule="n > 1",
)


def rendered(messages: Messages, template: str, **values: object) -> str:
    with override(messages):
        return TranslatingEnvironment(autoescape=True).from_string(template).render(values)


def test_a_message_is_text_of_the_compiled_template() -> None:
    template = '{% trans %}Hello{% endtrans %} <a title="{{ _("Hello") }}">'
    assert rendered(ENGLISH, template) == 'Hello <a title="Hello">'
    assert rendered(FRENCH, template) == 'Bonjour <a title="Bonjour">'
    with override(FRENCH):
        assert "gettext" not in TranslatingEnvironment().compile(template, raw=True)


def test_values_are_put_in_their_places_and_escaped() -> None:
    template = '{{ _("Open %(a)s at %(b)s", a=a, b=b) }}'
    values = {"a": "<b>", "b": "x & y"}
    assert rendered(ENGLISH, template, **values) == "Open &lt;b&gt; at x &amp; y"
    assert rendered(FRENCH, template, **values) == "Sur x &amp; y, ouvrir &lt;b&gt;"


def test_a_value_may_stand_at_the_beginning_of_a_sentence() -> None:
    assert rendered(FRENCH, '{{ _("Next %(phase)s", phase=x) }}', x="étape") == "Étape : suivant"


def test_numbers_choose_the_form() -> None:
    block = "{% trans num=n %}{{ num }} cat{% pluralize %}{{ num }} cats{% endtrans %}"
    for template in (block, '{{ ngettext("%(num)s cat", "%(num)s cats", n) }}'):
        found = [rendered(ENGLISH, template, n=n) for n in (0, 1, 1500)]
        assert found == ["0 cats", "1 cat", "1,500 cats"]
        assert [rendered(FRENCH, template, n=n) for n in (0, 1, 2)] == [
            "0 chat",
            "1 chat",
            "2 chats",
        ]


def test_own_words_of_a_catalog_are_text_and_never_markup() -> None:
    own = with_words(ENGLISH, {"Hello": '"><script>'})
    for template in ('{{ _("Hello") }}', '{{ x and _("Hello") }}'):
        assert rendered(own, template, x=True) == "&#34;&gt;&lt;script&gt;"


def test_a_text_that_asks_for_a_value_nobody_gives_is_an_error_of_the_template() -> None:
    with pytest.raises(ValueError, match="no value for 'who'"):
        rendered(ENGLISH, '{{ _("By %(who)s") }}')


CODE = (
    'p(gettext("Hello"), gettextNodes("Next %(phase)s", { phase }), '
    'ngettext("%(num)s cat", "%(num)s cats", n));'
)


def test_browser_code_stays_as_it_is_in_english() -> None:
    assert translate_script(CODE) == CODE


def test_browser_code_has_the_messages_that_it_uses() -> None:
    with override(FRENCH):
        assert translate_script(CODE) == (
            'p(gettext("Bonjour"), gettextNodes("%(Phase)s : suivant", { phase }), '
            'ngettext(["%(num)s chat","%(num)s chats"],(n)=>+(n > 1), n));'
        )
    with override(messages_in("en-XA")):
        assert 'gettext("⟦Ĥéļļö⟧")' in translate_script(CODE)
