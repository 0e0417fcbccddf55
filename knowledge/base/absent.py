"""What no article states and fans ask for, as entries that win as refusals: negative evidence is data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from knowledge.data_files import read_data
from knowledge.models import LANGUAGES, Entry, Polarity, Sample

from .samples import SampleReader

POLARITIES: dict[str, Polarity] = {"phrases": "open", "signals": "signal"}


def absent_entries(stored: SampleReader) -> list[Entry]:
    """Make one entry per absent or off-topic subject, with the questions of both languages, which `stored` reads."""
    groups: dict[str, list[Sample]] = {}
    places: dict[str, dict[str, list[int]]] = {}
    labels: dict[str, dict[str, str]] = {}
    for language in LANGUAGES:
        raw = read_data(language, "absent")
        for intent, topic in _topics(raw):
            if topic.get("label"):
                labels.setdefault(intent, {})[language] = topic["label"]
            for key, polarity in POLARITIES.items():
                for text in topic.get(key, ()):
                    held = groups.setdefault(intent, []), places.setdefault(intent, {})
                    stored.add(text, language, polarity, *held)
    return [
        Entry(
            id=intent,
            row=intent,
            intent=intent,
            source="",
            match=None,
            kinds=frozenset(),
            names=frozenset(),
            core=frozenset(),
            values=frozenset({intent}),
            team=None,
            numbers=frozenset(),
            tokens=frozenset(),
            text=labels.get(intent, {}),
            item={},
            features=frozenset(places[intent]),
            weak=frozenset(),
            samples=tuple(samples),
            places=places[intent],
            absent=True,
        )
        for intent, samples in groups.items()
    ]


def _topics(raw: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for key, value in raw.items():
        if key == "offtopic":
            for name, topic in value.items():
                yield f"offtopic.{name}", topic
        else:
            yield f"absent.{key}", value
