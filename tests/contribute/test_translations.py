"""Messages for translators: collected from all code, and what they write is checked."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from building import run_script
from resource_catalog.contribute.translations.check_messages import (
    faults_of_language,
    faults_of_template,
)
from resource_catalog.contribute.translations.collect_messages import as_text, in_code

CODE = {
    "hooks/a.py": 'x = _("Open %(what)s", what=1); y = ngettext("%(num)s cat", "%(num)s cats", 2)',
    "overrides/b.html": "{% trans %}\n  Hello\n  there{% endtrans %}{{ _('Search') }}",
    "overrides/js/c.js": 'gettext("Copied"); gettextNodes("See %(link)s", { link });'
    'ngettext("%(num)s dog", "%(num)s dogs", n);',
}


def project(folder: Path) -> Path:
    for name, text in CODE.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def french(text: str) -> Catalog:
    return read_po(BytesIO(text.encode()), locale="fr")


def test_messages_are_collected_from_python_templates_and_scripts(tmp_path: Path) -> None:
    found = {message.id for message in in_code(project(tmp_path)) if message.id}
    assert found == {
        "Open %(what)s",
        ("%(num)s cat", "%(num)s cats"),
        "Hello there",
        "Search",
        "Copied",
        "See %(link)s",
        ("%(num)s dog", "%(num)s dogs"),
    }


def test_messages_inside_f_strings_and_template_strings_are_collected(tmp_path: Path) -> None:
    project(tmp_path)
    python = "x = f\"{_('Left')} {n}: {' '.join(_('Right') for one in y)}\"\n"
    plural = "z = f\"{ngettext('a cow', 'cows', 2)}\"\n"
    script = 'const a = `${gettext("Up")} ${n ? `${ngettext("a pig", "pigs", n)}` : ""}`;'
    (tmp_path / "hooks/a.py").write_text(python + plural, encoding="utf-8")
    (tmp_path / "overrides/js/c.js").write_text(script, encoding="utf-8")
    found = {message.id for message in in_code(tmp_path) if message.id}
    assert found >= {"Left", "Right", ("a cow", "cows"), "Up", ("a pig", "pigs")}


def test_the_file_changes_only_where_a_message_does(tmp_path: Path) -> None:
    catalog = in_code(project(tmp_path))
    text = as_text(catalog)
    (tmp_path / "hooks/a.py").write_text("\n\n# moved\n" + CODE["hooks/a.py"], encoding="utf-8")
    assert as_text(in_code(tmp_path)) == text
    assert "Creation-Date" not in text


def test_messages_have_no_markup_and_no_stray_percent_sign() -> None:
    catalog = Catalog()
    for text in ("fine: %(n)s, 5 %%", "<b>bold</b>", "5 % of it"):
        catalog.add(text)
    first, second = faults_of_template(catalog)
    assert "without markup" in first
    assert "percent sign" in second


def test_what_translators_hand_in_is_checked(tmp_path: Path) -> None:
    template = in_code(project(tmp_path))
    found = faults_of_language(
        french(
            """
msgid "Open %(what)s"
msgstr "Ouvrir %(quoi)s"

msgid "%(num)s cat"
msgid_plural "%(num)s cats"
msgstr[0] "un chat"
msgstr[1] "%(num)s chats"

msgid "%(num)s dog"
msgid_plural "%(num)s dogs"
msgstr[0] "%(num)s chien"
msgstr[1] "des chiens"

#, fuzzy
msgid "Copied"
msgstr "Copié"

msgid "Hello there"
msgstr "Bonjour"

msgid "Gone"
msgstr "Parti"
"""
        ),
        template,
    )
    assert sorted(found) == [
        "missing: Search",
        "missing: See %(link)s",
        "no longer used: Gone",
        "not confirmed: Copied",
        "nothing gives the value of quoi: Ouvrir %(quoi)s",
        "the value of num is lost: des chiens",
        "the value of what is lost: Ouvrir %(quoi)s",
    ]


def test_what_does_not_fit_is_named(tmp_path: Path) -> None:
    """A text of a page has room for three times its English, a button for 36 letters."""
    template = in_code(project(tmp_path))
    known = {"Search": "Rechercher", "Copied": "C" * 25, "Hello there": "h" * 33}
    plural = {"cat": "chats", "dog": "d" * 31}
    messages = [f'msgid "{one}"\nmsgstr "{other}"' for one, other in known.items()]
    messages += [
        f'msgid "%(num)s {one}"\nmsgid_plural "%(num)s {one}s"\n'
        f'msgstr[0] "%(num)s {one}"\nmsgstr[1] "%(num)s {other}"'
        for one, other in plural.items()
    ]
    messages.append('msgid "Open %(what)s"\nmsgstr "Ouvrez %(what)s"')
    messages.append('msgid "See %(link)s"\nmsgstr "Voir %(link)s"')
    assert [*faults_of_language(french("\n\n".join(messages)), template)] == [
        f"25 letters, and there is room for 24: {'C' * 25}",
        f"31 letters, and there is room for 24: %(num)s {'d' * 31}",
    ]


def test_the_messages_of_the_product_are_collected_and_fine() -> None:
    """If not: ``python scripts/messages.py extract``. What waits for a translator is no fault."""
    done = run_script("messages.py", "check", "--faults-only")
    assert done.returncode == 0, done.stdout
