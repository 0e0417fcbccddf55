"""A decision to a reply: the sentence that answers, its scope, its source, and what else can be asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from ..data_files import read_data
from ..models import Answer, Entry, Language, Match, Name, Source, Suggestion
from ..understanding.checking import AGAIN
from ..understanding.decision import Decision
from ..understanding.lexicon import all_lexicons
from ..understanding.query import Query
from ..understanding.ranking import Candidate
from ..understanding.words import words_only
from .compared import Compared
from .grammar import say
from .wording import fill, join, templates

COMPARED = "compared"
"""The reason of an answer that sets matches side by side: "who in 2023 and who in 2025?" is one question, not two."""
POLAR = ("both_yes", "both_no", "neither", "yes", "no")
"""Leads that say yes or no, the longer ones first."""
MOST_LINES = 6
"""Rows told in one reply; the design caps a list at 600 characters."""
MOST_SUGGESTIONS = 3
_INNER = str.maketrans({"“": "‘", "”": "’", "«": "‘", "»": "’", '"': "’"})
"""Quotation marks within a quotation."""
LONG = 80
"""Characters from which a question is long to offer."""
KEPT = 2048
"""Questions to offer that are kept; those of a small base are fewer."""


@cache
def replies(language: str) -> dict[str, Any]:
    """Read what is said around facts."""
    return read_data(language, "replies")


class Renderer:
    """Writes replies from a base's names, labels and sources."""

    def __init__(
        self,
        names: Mapping[str, Name],
        labels: Mapping[str, dict[str, str]],
        sources: Mapping[str, Source],
        matches: Mapping[str, Match],
    ) -> None:
        self._names = names
        self._labels = labels
        self._sources = sources
        self._matches = matches
        self._questions: dict[tuple[str, Language], str] = {}

    def answer(
        self,
        entries: Sequence[Entry],
        language: Language,
        lead: str = "",
        near: Iterable[Entry] = (),
        intro: str = "",
    ) -> Answer:
        """Answer with one or more rows; `lead` is yes or no, `intro` a sentence before the rows.

        Rows without a value tell what an article leaves untold: they make a no, with their sentence for its reason.
        """
        if not any(e.values for e in entries):
            told = dict.fromkeys(self.line(e, language) for e in entries[:MOST_LINES])
            text = "\n".join(told)
            return Answer(
                "no_fact",
                f"{replies(language)['no']['no_fact']} {text}",
                language,
                suggestions=self.suggestions(near, language, entries),
                rows=tuple(dict.fromkeys(e.row for e in entries)),
                reason="untold",
            )
        lines = [self.line(e, language) for e in entries[:MOST_LINES]]
        if len({e.match for e in entries}) == 1 and len(entries) > 1:
            lines = [self._bare(e, language) for e in entries[:MOST_LINES]]
            lines[-1] = self._scoped(lines[-1], entries[-1], language)
        text = "\n".join(dict.fromkeys(lines))
        if lead:
            text = f"{replies(language)['lead'][lead]} {text}"
        if intro:
            text = f"{intro}\n{text}"
        return Answer(
            "answer",
            text,
            language,
            self.source_line(entries, language),
            self.suggestions(near, language, entries),
            rows=tuple(dict.fromkeys(e.row for e in entries)),
        )

    def again(self, text: str, language: Language, lead: str) -> str:
        """Return an answer once more, behind another yes or no, or none; "again" affirms it."""
        leads = replies(language)["lead"]
        had = next((leads[own] for own in POLAR if text.startswith(leads[own])), "")
        if lead == AGAIN:
            return text if had else f"{leads['yes']} {text}"
        said = text[len(had) :].lstrip()
        return f"{leads[lead]} {said}" if lead else said

    def compared(self, told: Compared, language: Language) -> Answer:
        """Answer with what setting matches side by side found out, and the rows that show it."""
        sentence = replies(language)["compared"].get(told.said, "")
        plural = templates(language)["plural"]
        names = [say(self._names[i], "", language) for i in told.names if i in self._names]
        slots = {
            "match": self._labels.get(told.match, {}).get(language, ""),
            "count": str(told.figure),
            "goal_word": plural["goal_one" if told.figure == 1 else "goal_other"],
            "minute_word": plural["minute_one" if told.figure == 1 else "minute_other"],
            "list": join(names, language),
        }
        intro = fill(sentence, slots, language) if sentence else ""
        answer = self.answer(told.rows, language, told.lead, intro=intro or "")
        return replace(answer, reason=COMPARED)

    def line(self, entry: Entry, language: Language) -> str:
        """Return the sentence of a row with its match, where the sentence does not tell it."""
        return self._scoped(self._bare(entry, language), entry, language)

    def _bare(self, entry: Entry, language: Language) -> str:
        text = entry.text.get(language) or next(iter(entry.text.values()), "")
        text = text.strip()
        source = self._sources.get(entry.source)
        if source and source.language != language and self._untranslated(entry):
            quoted = text.translate(_INNER)
            return str(replies(language)["source"]["quoted"]).replace("{text}", quoted)
        text = text[:1].upper() + text[1:]
        return text if text.endswith((".", "!", "?", "»", "”")) else f"{text}."

    def _untranslated(self, entry: Entry) -> bool:
        """Whether a row is a sentence of its article, in that language only."""
        return (entry.intent.startswith("fact.") and len(set(entry.text.values())) == 1) or len(
            entry.text
        ) == 1

    def _scoped(self, text: str, entry: Entry, language: Language) -> str:
        label = self._labels.get(entry.match or "", {}).get(language, "")
        match = self._matches.get(entry.match or "")
        if not label or entry.intent.startswith(("fact.", "match.summary")) or match is None:
            return text
        date = say(dt.date.fromisoformat(match.date), "", language) if match.date else ""
        if (date and date in text) or label in text:
            return text
        return f"{text.rstrip('.')} ({label})."

    def source_line(self, entries: Sequence[Entry], language: Language) -> str:
        """Return the small last line that names the articles."""
        labels = []
        for id_ in dict.fromkeys(e.source for e in entries):
            source = self._sources.get(id_)
            if source:
                label = source.label.get(language) or source.title
                labels.append(label)
        return (
            str(replies(language)["source"]["line"]).replace("{label}", "; ".join(labels)) if labels else ""
        )

    def suggestions(
        self, near: Iterable[Entry], language: Language, told: Sequence[Entry] = ()
    ) -> tuple[Suggestion, ...]:
        """Return near questions that have an answer, none twice and none of the rows just told."""
        rows = {e.row for e in told}
        found: dict[str, Suggestion] = {}
        for entry in near:
            question = self.question(entry, language)
            if question and entry.row not in rows and question not in found:
                rows.add(entry.row)
                found[question] = Suggestion(question, question)
        return tuple(found.values())[:MOST_SUGGESTIONS]

    def question(self, entry: Entry, language: Language) -> str:
        """Return a well-formed question that the row answers, "" where it has none in `language`."""
        key = entry.id, language
        if key not in self._questions:
            if len(self._questions) >= KEPT:
                self._questions.clear()
            self._questions[key] = self._question(entry, language)
        return self._questions[key]

    def _question(self, entry: Entry, language: Language) -> str:
        """Do `question`.

        Some stored questions are typed as on a phone, "1-0 to inter", or tell a story first; a short one is preferred
        that begins with a question word and writes its names.
        """
        asking = all_lexicons()[language].syntax["wh"]

        event = not entry.intent.startswith(("fact.", "match."))
        shown = [self._names[i].display[language] for i in entry.names if event and i in self._names]

        def rough(text: str) -> int:
            nameless = event and not any(name in text for name in shown)
            begins = asking.isdisjoint(words_only(text)[:2])
            return (
                2 * begins
                + nameless
                + (len(text) > LONG)
                + (text[1:] == text[1:].lower())
                + any(c in text[:-1] for c in ".,;:?!")
            )

        asked = [s.text for s in entry.samples if s.language == language and s.polarity == "open"]
        text = min(asked, key=rough, default="")  # the first of equals
        if not text or entry.absent or not entry.values:
            return ""
        text = text[:1].upper() + text[1:]
        text = text if text.endswith("?") else f"{text}?"
        if entry.intent.startswith("fact."):
            return text
        label = self._labels.get(entry.match or "", {}).get(language, "").split(",")[0]
        match = self._matches.get(entry.match or "")
        year = f", {min(match.years)}" if match and match.years else ""
        return f"{text[:-1]} ({label}{year})?" if label else text

    def choice(self, candidates: Sequence[Candidate], language: Language) -> Answer:
        """Offer the rows between which the question does not decide."""
        offered = self.suggestions([c.entry for c in candidates], language)
        lead = replies(language)["lead"]["choice_of_one" if len(offered) == 1 else "choice"]
        return Answer("choice", lead, language, suggestions=offered)

    def refusal(self, decision: Decision, query: Query, language: Language, unknown: Sequence[str]) -> Answer:
        """Say no: which of the four kinds, naming what was understood, with near questions."""
        texts = replies(language)["no"]
        near = self.suggestions([c.entry for c in decision.near], language)
        spec = "su" if language == "it" else "the"
        names = join([say(self._names[i], spec, language) for i in self._shown(query)], language)
        names = names[:1].upper() + names[1:] if language == "it" else names
        plain = join([say(self._names[i], "", language) for i in self._shown(query)], language)
        if decision.outcome == "absent":
            topic = decision.chosen[0].entry.intent
            if topic.startswith("offtopic."):
                return Answer("no_fact", texts["offtopic"], language, suggestions=near[:0], reason=topic)
            label = decision.chosen[0].entry.text.get(language)
            if label:
                key = "absent_names" if names else "absent"
                text = texts[key].replace("{topic}", label).replace("{names}", plain)
                return Answer("no_fact", text, language, suggestions=near, reason=topic)
            text = texts["no_fact_names"].replace("{names}", names) if names else texts["no_fact"]
            return Answer("no_fact", text, language, suggestions=near, reason=topic)
        if decision.outcome == "unknown_name" and unknown:
            text = texts["unknown_name"].replace("{name}", unknown[0])
            return Answer("unknown_name", text, language, suggestions=near, reason="unknown_name")
        if decision.outcome == "not_understood":
            return Answer(
                "not_understood", texts["not_understood"], language, suggestions=near, reason=decision.reason
            )
        text = texts["no_fact_names"].replace("{names}", names) if names else texts["no_fact"]
        return Answer("no_fact", text, language, suggestions=near, reason=decision.reason)

    def _shown(self, query: Query) -> list[str]:
        """Return the names to repeat in a no: those that are not ambiguous, at most three."""
        single = [next(iter(h.ids)) for h in query.names if len(h.ids) == 1]
        return list(dict.fromkeys(i for i in single if i in self._names))[:3]
