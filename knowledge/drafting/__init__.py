"""From the text of an article to facts: `draft(text)` reads a report in English or Italian by rules alone."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.drafting.article import Reading, read
from knowledge.drafting.gazetteer import Name
from knowledge.drafting.reading import UnreadableText, decode
from knowledge.drafting.render_json import to_json

__all__ = ["Draft", "UnreadableText", "decode", "draft"]


class Draft:
    """What was read of one article, to be printed or reviewed."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    @property
    def language(self) -> str:
        """The article's language, "en" or "it"."""
        return self.reading.language

    def to_json(self) -> str:
        """Return the draft as JSON (see issue 9 for the form)."""
        return to_json(self.reading)


def draft(text: str, names: Iterable[Name] | None = None) -> Draft:
    """Read an article. `names` are those of the fact base, so that their ids are kept. Never raises on any text."""
    return Draft(read(text, names))
