"""The browser code: modules become one script that runs, and their types are right."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browsing import reader
from building import ROOT
from resource_catalog.pages.rendering.browser_script import bundle, entry_modules

JS = ROOT / "overrides" / "js"
TYPESCRIPT = "typescript@5.9.3"
"""Exactly this one: another could find other faults on another day."""


def write(folder: Path, **modules: str) -> Path:
    for name, text in modules.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")
    return folder / f"{next(iter(modules))}.js"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with reader(browser) as page:
        yield page


def run(page: Page, script: str) -> list[object]:
    """What a script gives to ``say``; an error of the script fails the test."""
    page.goto("about:blank")
    found: list[object] = page.evaluate(
        """script => {
            globalThis.said = [];
            globalThis.say = what => said.push(what);
            (0, eval)(script);
            return said;
        }""",
        script,
    )
    return found


def test_modules_run_once_each_in_the_order_of_their_imports(page: Page, tmp_path: Path) -> None:
    entry = write(
        tmp_path,
        main='import { b } from "./b.js";\nimport { a } from "./a-part.js";\nsay("m" + a() + b);\n',
        b='import { a } from "./a-part.js";\nsay("b");\nexport const b = a() + 1;\n',
        **{"a-part": 'say("a");\nexport function a() {\n  return 1;\n}\n'},
    )
    assert run(page, bundle(entry)[1]) == ["a", "b", "m12"]


def test_filters_of_any_number_of_values_are_decoded(page: Page, tmp_path: Path) -> None:
    """From the 55,249th on they are beyond the halves of characters, later pairs of those."""
    shutil.copytree(JS / "search", tmp_path / "search")
    signs = [48, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x1F600]
    text = "".join(f"\\u{{{sign:x}}}" for sign in signs)
    source = f"""import {{ indexes }} from "./search/index/index-columns.js";
say(indexes("{text}"));
"""
    entry = write(tmp_path, main=source)
    numbers = [sign - 48 - (0x800 if sign > 0xD7FF else 0) for sign in signs]
    assert run(page, bundle(entry)[1]) == [numbers]


def test_a_shared_shelf_holds_what_can_be_typed(page: Page, tmp_path: Path) -> None:
    for name in ("items.js", "url-state.js"):
        shutil.copy(JS / "shelf" / name, tmp_path)
    source = """import { fromFragment } from "./url-state.js";
    const long = "x".repeat(5e5);
    const { name, items } = fromFragment(`#name=${long}&e=a-b&n=${long}&e=<b>`);
    say([name.length, items.map(({ id, note }) => [id, note.length])]);
    """
    entry = write(tmp_path, main=source)
    assert run(page, bundle(entry)[1]) == [[120, [["a-b", 500]]]]


def test_names_are_private_to_their_module(page: Page, tmp_path: Path) -> None:
    """Names that are not exported are visible in no other module, and none is a global."""
    entry = write(
        tmp_path,
        main='import { two } from "./two.js";\nconst own = 1;\nsay([own, two]);\n',
        two="const own = 2;\nexport const two = own;\n",
    )
    assert run(page, bundle(entry)[1]) == [[1, 2]]
    assert page.evaluate("typeof own") == "undefined"


def test_every_plain_form_of_export_works(page: Page, tmp_path: Path) -> None:
    forms = (
        "export const c = 1;\nexport function f() {\n  return 2;\n}\n"
        "export async function g() {}\nexport class K {}\n"
    )
    many = 'import {\n  K,\n  c,\n  f,\n  g,\n} from "./forms.js";\n'
    many += "say([c, f(), typeof g, typeof K]);\n"
    entry = write(tmp_path, main=many, forms=forms)
    assert run(page, bundle(entry)[1]) == [[1, 2, "function", "function"]]


def test_comments_and_indents_go_and_texts_stay(page: Page, tmp_path: Path) -> None:
    source = (
        "/** A sentence about it. */\n\n/**\n * @param {string} a\n */\nfunction same(a) {\n"
        "  // a remark\n  return a; /** why */\n}\n"
        'say(same("https://example.org/a"));\nsay(same("/* no */ // comment"));\n'
    )
    text = bundle(write(tmp_path, main=source))[1]
    assert run(page, text) == ["https://example.org/a", "/* no */ // comment"]
    assert "sentence" not in text
    assert "remark" not in text


@pytest.mark.parametrize(
    "line",
    [
        'import one from "./other.js";',
        'import * as all from "./other.js";',
        'import "./other.js";',
        "import { a } from './other.js';",
        'import { a } from "other";',
        "export default 1;",
        "export { a };",
        'export * from "./other.js";',
        "export let a = 1;",
        "export var a = 1;",
    ],
)
def test_other_forms_are_refused_with_the_file_and_the_line(tmp_path: Path, line: str) -> None:
    entry = write(tmp_path, main=f"const a = 0;\n{line}\n", other="export const a = 1;\n")
    with pytest.raises(ValueError, match=r"^main\.js: this form is not used here: ") as refusal:
        bundle(entry)
    assert line in str(refusal.value)


def test_imports_stay_within_the_folder_of_the_entry(page: Page, tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    write(tmp_path / "inner", part='import { a } from "../part.js";\nexport const b = a + 1;\n')
    entry = write(
        tmp_path,
        main='import { b } from "./inner/part.js";\nsay(b);\n',
        part="export const a = 1;\n",
    )
    assert run(page, bundle(entry)[1]) == [2]
    with pytest.raises(ValueError, match="from outside"):
        bundle(tmp_path / "inner" / "part.js")


def test_the_name_changes_with_the_content_and_only_then(tmp_path: Path) -> None:
    entry = write(
        tmp_path, main='import { a } from "./a.js";\nsay(a);\n', a="export const a = 1;\n"
    )
    name, _ = bundle(entry)
    assert bundle(entry)[0] == name
    write(tmp_path, a="/** A remark. */\nexport const a = 1;\n")
    assert bundle(entry)[0] == name, "browsers need not load a remark again"
    write(tmp_path, a="export const a = 2;\n")
    assert bundle(entry)[0] != name
    assert name.startswith("main.")


@pytest.mark.parametrize("entry", entry_modules(JS), ids=lambda path: path.stem)
def test_the_real_code_is_bundled_whole(entry: Path) -> None:
    name, text = bundle(entry)
    assert name.startswith(f"{entry.stem}.")
    assert "import(" not in text
    assert "\nexport" not in text


def test_every_module_says_what_it_is_for_and_is_used() -> None:
    bundled = "".join(bundle(entry)[1] for entry in entry_modules(JS))
    for path in JS.rglob("*.js"):
        text = path.read_text(encoding="utf-8")
        assert text.startswith("/**"), path.name
        assert len(text.splitlines()) <= 300, path.name
        name = re.sub(r"\W", "_", path.relative_to(JS).with_suffix("").as_posix())
        assert f"const ${name}=" in bundled, f"{path.name} is used by nobody"


def test_types_are_right() -> None:
    """JSDoc types, checked where there is Node; typescript is fetched once into .cache/."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        pytest.skip("needs Node and npm to check the types of the browser code")
    cache = ROOT / ".cache" / "npm"
    tsc = [
        *(npm, "exec", "--yes", "--prefer-offline", "--cache", str(cache)),
        *(f"--package={TYPESCRIPT}", "--", "tsc"),
    ]
    try:
        fetched = run_command([*tsc, "--version"])
    except subprocess.TimeoutExpired:
        pytest.skip(f"{TYPESCRIPT} could not be fetched in time")
    if fetched.returncode:
        pytest.skip(f"{TYPESCRIPT} could not be fetched: {fetched.stderr[:200]}")
    checked = run_command([*tsc, "--project", str(ROOT / "jsconfig.json")])
    assert checked.returncode == 0, checked.stdout + checked.stderr


def run_command(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False, timeout=180
    )


@pytest.mark.parametrize(
    ("days", "minutes", "ranks", "orders"),
    [
        ("[0, 0]", "[Infinity, Infinity]", "[Infinity, Infinity]", "order title"),
        ("[0, 3]", "[Infinity, 30]", "[1, Infinity]", "order title newest shortest year"),
    ],
)
def test_a_list_has_the_orders_that_some_entry_has_data_for(
    page: Page, tmp_path: Path, days: str, minutes: str, ranks: str, orders: str
) -> None:
    shutil.copytree(JS, tmp_path, dirs_exist_ok=True)
    entry = write(
        tmp_path,
        main=f"""import {{ Toolbar }} from "./browse/toolbar.js";
document.documentElement.lang = "en";
const orders = new Map([["year", {{ label: "Year", ranks: {ranks} }}]]);
const library = {{ order: "Group", orders, days: {days}, minutes: {minutes}, filters: [] }};
const bar = new Toolbar(library, {{}});
bar.update({{ text: "", chosen: new Map(), sort: "", page: 1 }}, "order", 2);
say([...bar._sort.options].map((option) => option.value).join(" "));
""",
    )
    assert run(page, bundle(entry)[1]) == [orders]
