"""The words of the quiz in one language: templates filled, fixtures named, answers written alike."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from knowledge.answers.grammar import english_ordinal, say
from knowledge.answers.wording import fill, join, templates
from knowledge.base.rows import StoredRows
from knowledge.base.schema import Both, MatchPart
from knowledge.models import Name, Source
from knowledge.quiz.records import EXPLANATION_LIMIT

_APOSTROPHE = re.compile(r"(?<=\w)'|'(?=\d\d\b)")
_QUOTED = re.compile(r'"([^"]*)"')
_CLAUSE = re.compile(r"[;:,.](?= )")
_ASIDE = re.compile(r";(?= )")


class Wording:
    """Everything the quiz says in `language`; `chosen` picks a template by index so that a seed decides."""

    def __init__(self, rows: StoredRows, language: str) -> None:
        self.rows = rows
        self.language = language
        self.data: dict[str, Any] = templates(language, "quiz")

    def phrases(self, kind: str) -> Sequence[str]:
        """Return the templates of a kind of question; none where the language has none."""
        found: Sequence[str] = self.data["question"].get(kind, ())
        return found

    def fill(self, template: str, slots: Mapping[str, Any]) -> str | None:
        """Fill a template, first letter large, apostrophes typographic; None where a slot is unknown."""
        text = fill(template, slots, self.language)
        return tidy(text) if text else None

    def word(self, section: str, key: str, slots: Mapping[str, Any] | None = None) -> str | None:
        """Fill the template `section.key`; None where there is none."""
        template = self.data.get(section, {}).get(key)
        if not isinstance(template, str):
            return None
        text = fill(template, slots or {}, self.language)
        return text and typographic(text)

    def said(self, key: str, slots: dict[str, Any], field: str, wrong: Sequence[Any]) -> tuple[str, ...]:
        """Return the statement `key` of `slots`, true, then with each of `wrong` in the slot `field`."""
        texts = [self.word("statement", key, slots | {field: value}) for value in (slots.get(field), *wrong)]
        return tuple(tidy(t) for t in texts if t) if all(texts) and len(texts) > 1 else ()

    def name(self, id_: str) -> str:
        """Return how a name is written as an option."""
        known = self.rows.names.get(id_)
        return typographic(known.display[self.language]) if known else id_

    def names(self, ids: Sequence[str]) -> str:
        """Return several names as one option."""
        return join([self.name(i) for i in ids], self.language)

    def text(self, both: Both) -> str | None:
        """Return the words of a value in the language."""
        given = both.get(self.language)
        return typographic(given) if given else None

    def option(self, text: str) -> str:
        """Return words as an option: as all options are written, so that none stands out."""
        return tidy(text)

    def figure(self, value: int, style: str) -> str:
        """Return a figure as an option: `style` is "plain", "rank" or "minute"."""
        if style == "rank":
            shown = english_ordinal(value) if self.language == "en" else str(value)
            return self.word("option", "rank", {"number": shown}) or shown
        if style == "minute":
            shown = english_ordinal(value) if self.language == "en" else str(value)
            return self.word("option", "minute", {"number": shown}) or shown
        return say(value, "", self.language)

    def day(self, value: date) -> str:
        """Return a date as an option."""
        return say(value, "", self.language)

    def fixture(self, match: MatchPart) -> str | None:
        """Return a match with its date, or with what is known of its time; None where nothing is."""
        slots: dict[str, Any] = {
            "home": self._plain(match.home),
            "away": self._plain(match.away),
            "date": match.date,
            "competition": self._plain(match.competition),
            "season": match.season,
            "year": str(match.year) if match.year else None,
            "stage": self.data["stage"].get(match.stage or ""),
        }
        for key in ("dated", "staged", "yearly", "seasonal"):
            text = self.word("fixture", key, slots)
            if text:
                return text
        return None

    def _plain(self, id_: str | None) -> Name | None:
        return self.rows.names.get(id_ or "")

    def explanation(self, sentence: str, right: str, source: Source | None) -> str:
        """Return the fact and its article within the limit of an explanation.

        What is too long loses what follows a semicolon (an aside, as the articles' sentences are written), then part of
        the article's name, then more clauses as long as the right answer stays.
        """
        labels = [source.label.get(self.language) or source.title, *self._shorter(source)] if source else [""]
        for label in labels:
            for told in (sentence, *_cut(_ASIDE, sentence)):
                text = self._explained(typographic(told), label)
                if len(text) <= EXPLANATION_LIMIT:
                    return text
        for told in _cut(_CLAUSE, sentence):
            text = self._explained(typographic(told), labels[-1])
            if len(text) <= EXPLANATION_LIMIT and right.casefold() in text.casefold():
                return text
        return self._explained(self.word("option", "answer", {"answer": right}) or right, labels[-1])

    def _explained(self, sentence: str, label: str) -> str:
        return self.word("explanation", "with_source", {"sentence": sentence, "label": label}) or sentence

    def _shorter(self, source: Source) -> list[str]:
        published = source.published and self.day(date.fromisoformat(source.published))
        publisher = source.publisher and self.name(source.publisher)
        return [", ".join(p for p in (publisher, published) if p)] if publisher or published else []


def _cut(end: re.Pattern[str], sentence: str) -> list[str]:
    return [sentence[: m.start()] + "." for m in end.finditer(sentence)][::-1]


def typographic(text: str) -> str:
    """Return `text` with typographic apostrophes and quotation marks."""
    return _APOSTROPHE.sub("’", _QUOTED.sub(r"“\1”", text))


def tidy(text: str) -> str:
    """Return `text` with a capital first letter, single blanks and typographic apostrophes."""
    text = " ".join(typographic(text).split())
    return text[:1].upper() + text[1:]
