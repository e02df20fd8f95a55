"""Show what stops a build in the browser of whoever has the site served, until it is mended.

MkDocs says it in the terminal alone, and lets every request wait without end. What is used of its
server and is not documented for hooks is in :func:`serve`.
"""

from __future__ import annotations

import sys
from html import escape
from typing import Any

from resource_catalog.model.messages import _, current
from resource_catalog.model.messages.direction import direction_attribute
from resource_catalog.pages.rendering.security_policy import allowing

_PAGE = """<!doctype html>
<html lang="{language}"{direction}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
</head>
<body>
<main>
<h1>{title}</h1>
{lines}
<p>{rest}</p>
</main>
</body>
</html>
"""


class _Fault:
    """What stopped the last build; empty when nothing did."""

    text = ""


def note(error: Exception) -> None:
    """Note what stops a build."""
    _Fault.text = str(error).strip()


def serve(server: Any) -> None:
    """Answer with a page that says what stops the build, for as long as something does.

    It has the script by which pages of a preview are loaded again once they have changed.
    """
    build, site = server.builder, server.get_app()

    def builder() -> None:
        _Fault.text = ""
        try:
            build()
        except SystemExit as stopped:  # what MkDocs makes of a problem that it has printed
            if not _Fault.text:
                raise
            print(stopped, file=sys.stderr)

    def answer(environ: dict[str, Any], start_response: Any) -> Any:
        response: list[Any] = []
        body = site(environ, lambda *given: response.append(given))  # waits for a build
        if not _Fault.text or not _is_page(environ["PATH_INFO"]):
            start_response(*response[-1])
            return body
        if hasattr(body, "close"):
            body.close()
        page: bytes = server._inject_js_into_html(fault_page(_Fault.text), server._visible_epoch)
        script = page.rpartition(b"</script>")[0].rpartition(b"<script>")[2]
        headers = [
            ("Content-Type", "text/html; charset=utf-8"),
            ("Cache-Control", "no-store"),
            ("Content-Security-Policy", allowing(script)),
        ]
        start_response("503 Service Unavailable", headers)
        return [page]

    server.builder = builder
    server.set_app(answer)


def fault_page(text: str) -> bytes:
    """The page; each line of the text is a paragraph."""
    lines = [f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip()]
    return _PAGE.format(
        language=escape(current().language),
        direction=direction_attribute(current().language),
        title=escape(_("The site can't be built")),
        lines="\n".join(lines),
        rest=escape(_("Fix it and save the file, and this page comes back by itself.")),
    ).encode()


def _is_page(path: str) -> bool:
    return not path.startswith("/livereload/") and "." not in path.rpartition("/")[2].removesuffix(
        ".html"
    )
