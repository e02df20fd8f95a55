"""Sound YAML: the quick way to the data of a file of which there is nothing to say.

Nearly every file is like that, so it pays to read it without an eye on places and words. At the
first doubt ``yaml_text`` reads it again, with care.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml

from resource_catalog.yaml_faults import has_invisible

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""Plain text that YAML takes for nothing."""

MAX_DEPTH = 8
"""How deep lists and keys may nest. The deepest real place is 5."""

# The C parser is about eight times as fast; without libyaml the other one gives the same events.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# “Tip #1”, “#hashtag”: no comment was meant, yet YAML takes it for one and the text is lost.
COMMENT_IN_TEXT = re.compile(r"[ \t]+#(?=[^\s#!])")


def read_sound(text: str) -> Any:
    """The data of a document of which there is nothing to say; None at any doubt.

    The outcome is that of ``yaml_text.parse`` when it finds no fault.
    """
    if has_invisible(text):
        return None
    if (" #" in text or "\t#" in text) and COMMENT_IN_TEXT.search(text):
        return None
    loader = LOADER(text)
    try:
        return _sound_data(loader.get_event)
    except yaml.YAMLError:
        return None
    finally:
        loader.dispose()


def _sound_data(get_event: Callable[[], Any]) -> Any:
    """Lists, mappings and texts as the events come; None where there may be something to say."""
    top: list[Any] = []
    here: Any = top
    key: str | None = None
    around: list[tuple[Any, str | None]] = []
    documents = 0
    while True:
        event = get_event()
        kind = type(event)
        if kind is yaml.ScalarEvent:
            value = event.value
            if event.anchor is not None or event.tag is not None:
                return None
            if type(here) is dict and key is None:
                if value in here:
                    return None
                key = value
                continue
            if not event.style and value in NULLS:
                return None
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            value = {} if kind is yaml.MappingStartEvent else []
            if event.anchor is not None or event.tag is not None or len(around) >= MAX_DEPTH:
                return None
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            here, key = around.pop()
            continue
        elif kind is yaml.StreamEndEvent:
            return top[0] if documents == 1 else None
        elif kind is yaml.AliasEvent:
            return None
        else:
            documents += kind is yaml.DocumentStartEvent
            continue
        if type(here) is list:
            here.append(value)
        elif key is None:
            return None
        else:
            here[key] = value
            key = None
        if type(value) is not str:
            around.append((here, key))
            here = value
