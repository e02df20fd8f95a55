"""Style sheets: what an entry imports becomes one small file, in the order it is named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from building import ROOT
from resource_catalog.pages.rendering.style_sheet import bundle

CSS = ROOT / "overrides" / "css"
ENTRIES = [CSS / "site.css", CSS / "embed.css", CSS / "languages.css"]
SHEETS = [path for path in sorted(CSS.rglob("*.css")) if path.name != "embed.css"]
TOKENS = (CSS / "shared" / "tokens.css").read_text("utf-8")


def rules(path: Path) -> str:
    """A style sheet without its comments."""
    return re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)


def what_makes_elements() -> str:
    """The templates, the browser code, and the Python code that writes HTML."""
    folders = [ROOT / "overrides", ROOT / "hooks" / "resource_catalog"]
    paths = [path for folder in folders for path in folder.rglob("*")]
    return "\n".join(p.read_text("utf-8") for p in paths if p.suffix in {".html", ".js", ".py"})


PAPER = {"print.css", "handout.css"}
"""What lays out all components for paper; these may name any class, but for print only."""

NOT_THE_SUBJECT = re.compile(r":(?:has|not|where)\((?:[^()]|\([^()]*\))*\)")
CHOICES = re.compile(r":is\(((?:[^()]|\([^()]*\))*)\)")


def parts(selector: str, at: str) -> list[str]:
    """A selector or a list of them, split at characters that are in no brackets."""
    found, depth = [""], 0
    for character in selector:
        depth += (character in "([") - (character in ")]")
        if depth == 0 and character in at:
            found.append("")
        else:
            found[-1] += character
    return [part.strip() for part in found if part.strip()]


def styled(selectors: str) -> Iterator[str]:
    """The components that a rule gives a look: those of the last part of each of its selectors.

    A component is the part of a class before __ or --. What stands further left says only where.
    """
    for selector in parts(selectors, ","):
        subject = NOT_THE_SUBJECT.sub("", parts(selector, " >+~")[-1])
        for choices in CHOICES.findall(subject):
            yield from styled(choices)
        for name in re.findall(r"\.(rc-[\w-]+)", CHOICES.sub("", subject)):
            yield re.split("__|--", name)[0]


def selectors_of(text: str) -> Iterator[tuple[str, str]]:
    """The selectors of each rule of a sheet without comments, and the media it is for."""
    open_blocks: list[str] = []
    head = ""
    for character in text:
        if character == "{":
            if not head.strip().startswith("@"):
                yield head.strip(), " ".join(open_blocks)
            open_blocks.append(head.strip())
        elif character == "}":
            open_blocks.pop()
        head = "" if character in "{};" else head + character


def write(folder: Path, **sheets: str) -> Path:
    for name, text in sheets.items():
        (folder / f"{name}.css").write_text(text, encoding="utf-8")
    return folder / f"{next(iter(sheets))}.css"


def test_sheets_follow_each_other_as_they_are_imported(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    write(tmp_path / "inner", c="c { top: 0 }\n")
    entry = write(
        tmp_path,
        main='/* Why. */\n@import "./b.css";\n@import "./a.css";\nmain { top: 0 }\n',
        a='@import "./inner/c.css";\na { top: 0 }\n',
        b="/* No. */ b {\n  top: 0; /* no */\n}\n",
    )
    name, text = bundle(entry, extra_rules="more { top: 0 }")
    assert text == ("more { top: 0 }\nb { top: 0; }\nc { top: 0 }\na { top: 0 }\nmain { top: 0 }")
    assert re.fullmatch(r"main\.[0-9a-f]{10}\.css", name)


def test_the_name_changes_with_the_content_and_only_then(tmp_path: Path) -> None:
    entry = write(tmp_path, main='@import "./a.css";\n', a="a { top: 0 }\n")
    name, _ = bundle(entry)
    write(tmp_path, a="/* A remark. */\na { top: 0 }\n")
    assert bundle(entry)[0] == name, "browsers need not load a remark again"
    write(tmp_path, a="a { top: 1px }\n")
    assert bundle(entry)[0] != name


@pytest.mark.parametrize(
    "text",
    [
        "@import './a.css';\n",
        '@import url("./a.css");\n',
        '@import "./a.css" print;\n',
        '@import "https://example.org/a.css";\n',
        'main { top: 0 }\n@import "./a.css";\n',
    ],
)
def test_other_imports_are_refused_with_the_file(tmp_path: Path, text: str) -> None:
    entry = write(tmp_path, main=text, a="a { top: 0 }\n")
    with pytest.raises(ValueError, match=r"^main\.css: "):
        bundle(entry)


def test_every_sheet_says_what_it_is_for_and_is_imported_once() -> None:
    """No browser meets an import: it would be another request."""
    imported = Counter(
        (entry.parent / name).resolve()
        for entry in ENTRIES
        for name in re.findall(r'^@import "(.*)";$', entry.read_text("utf-8"), re.MULTILINE)
    )
    assert imported.keys() | set(ENTRIES) == set(CSS.rglob("*.css"))
    assert set(imported.values()) == {1}
    for path in CSS.rglob("*.css"):
        assert path.read_text("utf-8").startswith("/*"), path.name
    for entry in ENTRIES:
        assert "@import" not in bundle(entry)[1]


MARKDOWN = frozenset(
    """
    blockquote code dd dl dt em h1 h2 h3 h4 h5 h6 hr img li ol p pre strong table td th tr ul
    """.split()
)
"""Elements that Markdown makes, in pages of an organization and the bodies of entries."""

OF_THE_THEME = frozenset(
    """
    admonition md-container md-dialog md-grid md-main__inner md-overlay md-toggle md-typeset
    """.split()
)
"""Classes that only the theme gives to elements of hand-written pages."""

STATES = frozenset(
    """
    -webkit-details-marker after backdrop before checked disabled empty enabled first-child
    first-of-type focus focus-visible focus-within has hover is last-child not nth-child
    placeholder root target where
    """.split()
)
"""What a rule may ask for beside names: states that no page shows at rest, places, and parts."""

ATTRIBUTE = re.compile(r"""\[([\w-]+)(?:[~|^$*]?=["']?([^"'\]]*)["']?)?[^\]]*\]""")


def names_in(selector: str) -> Iterator[tuple[str, str]]:
    """What a selector names: classes, ids, attributes with their values, elements and states."""
    for name, value in ATTRIBUTE.findall(selector):
        yield "attribute", name
        yield from [("value", value)] if value else []
    rest = ATTRIBUTE.sub("", selector)
    for sign, kind in ((r"\.", "class"), ("#", "id"), ("::?", "state")):
        for name in re.findall(rf"{sign}(-?[a-zA-Z][\w-]*)", rest):
            yield kind, name
        rest = re.sub(rf"{sign}-?[a-zA-Z][\w-]*(?:\((?:even|odd|[\dn+ -]*)\))?", "", rest)
    yield from (("element", name) for name in re.findall(r"[a-z][a-z0-9]*", rest))


def is_made(kind: str, name: str, source: str, words: frozenset[str]) -> bool:
    """Whether something that makes elements has a name, or the beginning of one put together."""
    match kind:
        case "value":
            return words.issuperset(re.findall(r"[\w-]+", name))
        case "class" | "id":
            # It may be put together: rc-hue-{{ number }}, rc-tint-" ~ tint, `rc-part--${kind}`.
            return name in words | OF_THE_THEME or name.startswith(begun_names(source))
        case "attribute":
            in_code = re.sub(r"-(\w)", lambda found: found[1].upper(), name.removeprefix("data-"))
            return name in words or (name.startswith("data-") and in_code in words)
        case "element":
            made = rf"<{name}[\s>{{]|\b(?:make|svg|createElement)\([\"']{name}[\"']"
            return name in MARKDOWN | {"html", "body"} or re.search(made, source) is not None
    return name in STATES


@cache
def begun_names(source: str) -> tuple[str, ...]:
    """The beginnings of the names that templates and code put together."""
    return tuple(re.findall(r"(rc-[\w-]*[-_])(?:\{|\$\{|[\"'] ?~|[\"'] ?\+)", source))


def test_every_name_in_a_rule_is_one_that_some_page_has() -> None:
    """A rule is of no use if a class, id, attribute or element of it is made nowhere.

    Rules for print count like all others. Whether names ever meet as a selector wants them is not
    tried: that takes every page of many catalogs in all their states, in a browser.
    """
    source = what_makes_elements()
    words = frozenset(re.findall(r"[\w-]+", source))
    found = {
        (kind, name): f"{path.name}: {selectors}"
        for path in SHEETS
        for selectors, media in selectors_of(rules(path))
        if "@keyframes" not in media
        for kind, name in names_in(selectors)
    }
    unused = {name: rule for name, rule in found.items() if not is_made(*name, source, words)}
    assert unused == {}


def test_each_kind_of_name_that_nothing_makes_is_detected() -> None:
    source = '<p class="rc-a rc-hue-{{ n }}" data-rc-on id="b">'
    words = frozenset(re.findall(r"[\w-]+", source))
    selector = 'p.rc-a.rc-hue-3[data-rc-on]:hover, h9 > #c .rc-b[data-rc-off="d"]:hovered'
    wrong = {each for each in names_in(selector) if not is_made(*each, source, words)}
    assert wrong == {
        ("element", "h9"),
        ("id", "c"),
        ("class", "rc-b"),
        ("attribute", "data-rc-off"),
        ("value", "d"),
        ("state", "hovered"),
    }


def test_each_component_is_styled_in_one_sheet() -> None:
    """No component reaches into another: how one looks inside another is in its own sheet too."""
    sheets: dict[str, set[str]] = {}
    for path in SHEETS:
        for selectors, media in selectors_of(rules(path)):
            for component in styled(selectors):
                if path.name not in PAPER or "print" not in media:
                    sheets.setdefault(component, set()).add(path.name)
    assert {name: found for name, found in sheets.items() if len(found) > 1} == {}


def test_every_token_is_declared_and_used() -> None:
    everything = "".join(map(rules, SHEETS))
    declared = {*re.findall(r"(--rc-[\w-]+):", everything)}
    # Icons are declared with the rules that css_icons.py writes.
    assert {*re.findall(r"var\((--rc-[\w-]+)", everything)} - declared == {
        "--rc-drawing"
    } - declared
    assert declared - {*re.findall(r"var\((--rc-[\w-]+)", everything)} == set()


def test_colors_and_sizes_of_type_are_tokens() -> None:
    """Paper and drawings have measures of their own; black and white are no choice of colors."""
    for path in SHEETS:
        text = rules(path)
        sizes = re.findall(r"font(?:-size)?:[^;}]*?\b[\d.]+rem(?=[ /;}])", text)
        if path.name != "tokens.css":
            assert [size for size in sizes if "var(--rc-" not in size] == [], path.name
            assert {*re.findall(r"#[0-9a-fA-F]{3,8}\b", text)} <= {
                "#000",
                "#0004",
                "#333",
                "#fff",
                "#999",
            }


SIDED = re.compile(
    r"(?<![\w-])(?:(?:(?:scroll-)?(?:margin|padding)|border)-)?(?:left|right)(?:-\w+)*: [^;}]*"
    r"|(?:text-align|float|clear): (?:left|right)\b"
    r"|\bborder-(?:top|bottom)-(?:left|right)-radius: [^;}]*"
)
FOUR_SIDES = re.compile(
    r"(?<![\w-])(?:margin|padding|inset|border-(?:width|style|color|radius)): ([^;}]+)"
)

SIDES_KEPT = {
    "card.css": {  # on a side of the page, in an element that may have a direction of its own
        "padding-right: 3rem",  # a title leaves room for the button to save it
        "padding-right: 0",
        "padding-left: 3rem",
        "padding-left: 1.25em",  # a fact begins with a separator, which is cut off in front
        "padding-left: 0",
        "padding-right: 1.25em",
        "left: 0",
        "left: auto",
        "right: 0",
    },
    "embed.css": {  # the same facts
        "padding-left: 1.25em",
        "padding-left: 0",
        "padding-right: 1.25em",
        "left: 0",
        "left: auto",
        "right: 0",
    },
    "table.css": {"text-align: right"},  # numbers, whose units stand below units
    "resource-body.css": {"text-align: right"},  # what an author asked for
}
"""What names a side of the screen for a reason."""


def sides(text: str) -> list[str]:
    """The declarations of a sheet that would be on the wrong side from right to left."""
    found = [declaration[0] for declaration in SIDED.finditer(text)]
    for shorthand in FOUR_SIDES.finditer(text):
        values = re.sub(r"\((?:[^()]|\([^()]*\))*\)", "", shorthand[1]).split()
        mirrored = [0, 3, 2, 1] if "radius" not in shorthand[0] else [1, 0, 3, 2]
        if len(values) == 4 and values != [values[place] for place in mirrored]:
            found.append(shorthand[0])
    return found


def test_no_rule_names_a_side_of_the_screen() -> None:
    """Layout follows the direction of the page: start and end, not left and right."""
    wrong = (
        "left: 0; margin: 0 1px 0 0; border-left-width: 0; float: right; border-radius: 0 1px 0 0"
    )
    assert sorted(each.strip() for each in sides(f"a {{ {wrong} }}")) == sorted(wrong.split("; "))
    found = {path.name: {*sides(rules(path))} for path in {*SHEETS, *ENTRIES}}
    assert {name: kept for name, kept in found.items() if kept} == SIDES_KEPT
