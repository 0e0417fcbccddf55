"""Facts as entries: each is one, with the questions that its file gives."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping

from knowledge.answers.grammar import say
from knowledge.answers.wording import join
from knowledge.models import LANGUAGES, Match, Name
from knowledge.understanding.index import DRAFTED, SENTENCE

from .catalogue import Catalogue
from .drafts import Draft, Texts
from .schema import Both, FactPart, Scalar, in_both

_SCORE = re.compile(r"\d{1,2}-\d{1,2}(?![-\d])")


def _made_by(fact: FactPart) -> frozenset[str]:
    """Return the token of a row that a draft made: a sentence of its article has one language only."""
    if fact.evidence is None:
        return frozenset()
    return frozenset({DRAFTED if fact.en and fact.it else SENTENCE})


class FactEntries:
    """Drafts the entries of facts."""

    def __init__(self, names: Mapping[str, Name], known: Catalogue) -> None:
        self.names = names
        self.catalogue = known

    def draft(self, fact: FactPart, source: str, matches: Mapping[str, Match]) -> Draft:
        """Draft the entry of a fact."""
        match = next((i for i in fact.about if i in matches), None)
        values = (
            fact.value if isinstance(fact.value, list) else [fact.value] if fact.value is not None else []
        )
        kinds = {self._kind(v, fact.topic) for v in values} or {self.catalogue.topics.get(fact.topic, "name")}
        questions: Texts = {}
        for language in LANGUAGES:
            rows = [(t, "open") for t in fact.ask.get(language)]
            rows += [(t, "yes") for t in fact.yes.get(language)] + [(t, "no") for t in fact.no.get(language)]
            questions[language] = rows  # type: ignore[assignment]
        names = {i for i in fact.about if i not in matches}
        if match:
            names |= matches[match].names
        text = in_both(fact.en, fact.it)
        return Draft(
            id=fact.id,
            row=fact.id,
            intent=f"fact.{fact.topic}",
            source=fact.source or source,
            match=match,
            kinds=frozenset(kinds),
            names=frozenset(names),
            core=frozenset(),
            values=tuple(values),
            team=fact.team,
            text=text,
            item={lang: self._item(values, lang) or text.get(lang, "") for lang in LANGUAGES},
            questions=questions,
            as_of=fact.as_of.isoformat() if fact.as_of else None,
            many=fact.topic in self.catalogue.many,
            tells=frozenset(fact.tells),
            speaker=fact.speaker,
            paragraph=fact.paragraph,
            tokens=frozenset({f"stage:{fact.stage}"} if fact.stage else ()) | _made_by(fact),
        )

    def _kind(self, value: Scalar, topic: str) -> str:
        """Return the kind of a fact's value: by its type, and by its topic where the type leaves it open."""
        expected = self.catalogue.topics.get(topic, "name")
        if isinstance(value, bool):
            return "yes_no"
        if isinstance(value, dt.date):
            return "date"
        if isinstance(value, int | float):
            return (
                expected if expected in ("minute", "year") else "year" if 1900 <= value <= 2100 else "count"
            )
        if isinstance(value, str):
            return (
                self.names[value].kind if value in self.names else "year" if value[:4].isdigit() else "name"
            )
        if _SCORE.match(value.en or ""):
            return "score"
        return expected if expected in ("statement", "reason", "manner", "name") else "manner"

    def _item(self, values: Iterable[Scalar], language: str) -> str:
        shown = []
        for value in values:
            if isinstance(value, Both):
                shown.append(value.get(language) or "")
            else:
                shown.append(say(self.names.get(str(value), value), "", language))
        return join([s for s in shown if s], language)
