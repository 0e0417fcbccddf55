"""From the text of an article to facts: `draft(text)` reads a report in English or Italian by rules alone."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.drafting.article import Reading, read
from knowledge.drafting.gazetteer import Name
from knowledge.drafting.identity import Identity, KnownName, known_names, read_names
from knowledge.drafting.reading import UnreadableTextError, decode
from knowledge.drafting.render_json import to_json
from knowledge.drafting.render_toml import ArticleWriter

__all__ = [
    "Draft", "KnownName", "Reading", "UnreadableTextError", "decode", "draft", "known_names", "read_names",
]  # fmt: skip


class Draft:
    """What was read of one article, to be printed or reviewed."""

    def __init__(self, reading: Reading, known: list[Name]) -> None:
        self.reading = reading
        self._known = known

    @property
    def language(self) -> str:
        """The article's language, "en" or "it"."""
        return self.reading.language

    def to_json(self) -> str:
        """Return the draft as JSON: language, matches (the one reported first), facts."""
        return to_json(self.reading)

    def to_toml(self, source_id: str | None = None) -> str:
        """Return the draft as an article file; `source_id` replaces the id made from the match or title."""
        return self._written(source_id)[0]

    def names_toml(self) -> str:
        """Return the names file of the names that the fact base does not know; "" where there are none."""
        return self._written(None)[1]

    def _written(self, source_id: str | None) -> tuple[str, str]:
        writer = ArticleWriter(self.reading, Identity(self.reading, self._known), source_id)
        article = writer.article()
        return article, writer.names()


def draft(text: str, names: Iterable[Name] | None = None) -> Draft:
    """Read an article; never raises on any text. `names` are the fact base's, so that their ids are kept."""
    known = list(names or ())
    return Draft(read(text, known or None), known)
