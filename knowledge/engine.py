"""`Knowledge`: a fact base that answers. It remembers no chat; whoever asks keeps the context."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import ref

from .answers.contexts import context_after, context_unanswered
from .answers.operators import Operators
from .answers.render import COMPARED, Renderer
from .answers.smalltalk import in_language, small_talk
from .base.catalogue import catalogue
from .base.match_labels import match_question
from .base.queries import Base, load
from .details import Details
from .explanation import explanation
from .models import LANGUAGES, Answer, Context, Language, MatchSummary, Source, Suggestion
from .pictured import Pictured
from .quiz.serving import Quizzes
from .understanding.apart import Apart, Taken
from .understanding.beside import Beside
from .understanding.checking import Checking
from .understanding.decision import Decision
from .understanding.filters import Filters
from .understanding.followups import Followups
from .understanding.language import language_of
from .understanding.lexicon import all_lexicons
from .understanding.names import Gazetteer, Strangers
from .understanding.parts import split_question
from .understanding.query import query_of
from .understanding.ranking import Ranking
from .understanding.reading import Reader, Reading
from .understanding.stories import Stories
from .understanding.ways import Ways

if TYPE_CHECKING:
    from .drafting import Draft

REMEMBERED = 256
"""Answers kept for when the same is asked again after the same turn; fans of one match ask alike."""


class Knowledge:
    """An open fact base, read as it is asked; nothing is written. `details` are its rows for pictures."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self.details = Details(base.rows)
        self.pictures = Pictured(self.details)
        self._lexicons = all_lexicons()
        lex = self._lexicons
        self._gazetteer = Gazetteer(base.names.values(), base.clashes, base.forms)
        strangers = Strangers(catalogue().strangers, frozenset(map(" ".join, base.forms)))
        match_years = frozenset(y for m in base.matches.values() for y in m.years)
        self.readers = {
            own: Reader(
                lex[own],
                lex[other],
                self._gazetteer,
                base.seen[own],
                strangers.words,
                match_years,
                base.stems[own],
            )
            for own, other in (("en", "it"), ("it", "en"))
        }
        opposites = {**lex["it"].opposites, **lex["en"].opposites}
        years = {s.id: int(s.published[:4]) for s in base.sources.values() if s.published}
        told_whole = base.entries.matches_with("match.scorers")
        made = base.entries.tokens("made:")
        self._filters = Filters(
            self._gazetteer,
            base.matches,
            opposites,
            years,
            catalogue().marks,
            told_whole,
            made,
        )
        self.ranking = Ranking(
            base.entries, base.index, self._gazetteer, base.matches, self._filters, catalogue().light
        )
        apart = {topic: base.entries.matches_with(f"fact.{topic}") for topic in catalogue().apart}
        self.followups = Followups(
            self._gazetteer,
            base.matches,
            self.readers,
            lex,
            catalogue().light,
            catalogue().exchanged,
            apart,
            base.entries.side_of,
            lambda name: base.names[name].display["en"],
            lambda row: base.entries.by_id(f"{row}:what") is not None,
        )
        self._renderer = Renderer(base.names, base.labels, base.sources, base.matches)
        self._operators = Operators(
            base, self._gazetteer, self.ranking, self._renderer, opposites, strangers, self.readers
        )
        self.ways = Ways(
            self.ranking,
            self.followups,
            base.matches,
            self.readers,
            self._operators.unknown_names,
            catalogue().light,
            {language: lexicon.syntax for language, lexicon in lex.items()},
            self._gazetteer,
            base.entries.side_of,
        )
        self._checking = Checking(self.readers, lex, self._gazetteer, self._operators.unknown_names)
        stories = {
            own: Stories(
                reader,
                lex[own].syntax,
                self._gazetteer,
                Beside(
                    lex[own].syntax, self._gazetteer, catalogue().light, self.ranking.is_told, base.matches
                ),
                self._operators.unknown_names,
            )
            for own, reader in self.readers.items()
        }
        self._apart = Apart(stories, self.ways)
        self._answer = lru_cache(maxsize=REMEMBERED)(_without_circle(self))
        self.quizzes = Quizzes(base.rows, self.readers)

    @classmethod
    def open(cls, path: Path | str) -> Knowledge:
        """Open the base at `path`. Raises `BaseUnreadable` where it is none of this version."""
        return cls(load(Path(path)))

    def warm(self) -> None:
        """Read what first questions would wait for, where that is little."""
        for entry in self._base.entries.warm():  # its stored questions are at hand now
            for language in LANGUAGES:
                self._renderer.question(entry, language)

    def answer(
        self,
        text: str,
        context: Context | None = None,
        *,
        language: Language | None = None,
        hint: str | None = None,
    ) -> Answer:
        """Answer `text`, a question in either language, after the turn that `context` tells of.

        `language` is a saved choice and decides the language of the reply; `hint` is the app's language code
        and is only heard where neither the words nor the turn before tell.
        """
        return self._answer(text, context or Context(), language, hint)

    def _fresh(self, text: str, context: Context, language: Language | None, hint: str | None) -> Answer:
        own = self._language(text, context, hint)
        talk = small_talk(text, own)
        if talk:
            said = in_language(talk, language) if language else talk
            near = self.examples(said.language) if said.examples else ()
            return Answer(
                "talk", said.reply, said.language, suggestions=near, reason=said.name, context=context
            )
        checked = self._checked(text, context, language or own, own)
        if checked:
            return checked
        whole = self._whole(text, context, language, own)
        parts = split_question(text, self._lexicons[own]) if whole.reason != COMPARED else None
        if parts is None or not self._says_something(parts[1], own):
            return whole
        return self._in_parts(parts, context, language or own, hint, whole)

    def _checked(self, text: str, context: Context, shown: Language, own: Language) -> Answer | None:
        """Return the last answer once more where a turn only doubts it, or guesses at it; None where it asks more."""
        lead = (
            self._checking.lead(self.readers[own].read(text), context) if shown == context.language else None
        )
        if lead is None:
            return None
        said = self._renderer.again(context.reply, shown, lead)
        source = self._merged_sources(context.entries, shown)
        return Answer("answer", said, shown, source, rows=context.entries, reason="checked", context=context)

    def _in_parts(
        self, parts: tuple[str, str], context: Context, shown: Language, hint: str | None, whole: Answer
    ) -> Answer:
        """Answer "who was hurt and who replaced him?" part by part, where both parts have answers of their own."""
        first = self._whole(parts[0], context, shown, self._language(parts[0], context, hint))
        if first.kind != "answer":
            return whole
        second = self._whole(parts[1], first.context, shown, self._language(parts[1], first.context, hint))
        told = dict.fromkeys([*first.rows, *second.rows])
        lines = dict.fromkeys([*first.text.split("\n"), *second.text.split("\n")])
        if second.kind != "answer" and whole.kind not in ("answer", "unknown_name"):
            return replace(first, text="\n".join(lines)) if second.kind == "no_fact" else first
        if second.kind != "answer" or lines.keys() == set(first.text.split("\n")):
            return whole
        if whole.kind == "answer" and told.keys() <= set(whole.rows) and whole.text not in lines:
            return whole
        return replace(
            second,
            text="\n".join(lines),
            rows=tuple(told),
            source_line=first.source_line
            if first.source_line == second.source_line
            else self._merged_sources(tuple(told), second.language),
            context=replace(second.context, people=(*second.context.people, *first.context.people)[:6]),
        )

    def _says_something(self, text: str, language: Language) -> bool:
        """Whether a part of a question has words or names of its own, beyond the question word."""
        reading = self.readers[language].read(text)
        light = catalogue().light
        return bool(reading.names or not reading.scope.empty or any(f not in light for f in reading.features))

    def _whole(self, text: str, context: Context, language: Language | None, own: Language) -> Answer:
        """Answer one question, written in `own`, in `language` where that is chosen."""
        reading = self.readers[own].read(text)
        shown = language or own
        syntax = self._lexicons[own].syntax
        leaning = reading.pronouns | reading.words & (syntax["other"] | syntax["wh"])
        if _empty_reading(reading) and not (context.question and leaning):
            answer = self._renderer.refusal(Decision("not_understood"), query_of(reading), shown, ())
            return replace(answer, suggestions=self.examples(shown), context=replace(context, language=own))
        (reading, (variant, ranked, decision)), context = self._taken(reading, context)
        answer, entries = self._operators.reply(variant.query, reading, ranked, decision, shown)
        if not entries:
            return replace(answer, context=context_unanswered(reading, context, decision, self._gazetteer))
        carried = self.followups.carried(reading, context, variant, entries[0])
        after = context_after(answer, carried, entries, self._base.names, self._gazetteer, variant.query)
        left = replace(context, earlier=None) if variant.how == "alone" and context.question else None
        after = replace(after, earlier=left or context.earlier)
        return replace(answer, picture=self.pictures.suiting(entries), context=after)

    def _taken(self, reading: Reading, context: Context) -> tuple[Taken, Context]:
        """Return how a question is taken and the turn that it leans on.

        That is the one before, or the one before another subject came up where the question says so ("back to that
        goal") or finds nothing behind the other.
        """
        earlier = context.earlier
        if earlier is None:
            return self._apart.best(reading, context), context
        words = " ".join(token.text for token in reading.tokens)
        returns = any(
            f" {phrase} " in f" {words} " for phrase in self._lexicons[reading.language].syntax["returning"]
        )
        taken = self._apart.best(reading, context)
        bare = not reading.features and not reading.names  # "why?" asks of what was just told
        if returns or (not taken[1].answers and not bare):
            other = self._apart.best(reading, earlier)
            if other[1].variant.how != "alone" and self.ways.explains(other[1]):
                return other, earlier
        return taken, context

    def _language(self, text: str, context: Context, hint: str | None) -> Language:
        """Return the language of `text`: its words, else the turn before, else what is left misspelt, or the hint."""
        language, decided = language_of(
            text,
            self._lexicons,
            names=self._gazetteer.words,
            seen=self._base.seen,
            before=context.language,
            hint=hint,
        )
        if decided or context.language:
            return language
        readings = {own: self.readers[own].read(text) for own in LANGUAGES}
        strange = {own: len(reading.unknown) + len(reading.guessed) for own, reading in readings.items()}
        return min(LANGUAGES, key=lambda own: (strange[own], own != language))

    def explain(self, text: str, context: Context | None = None, *, hint: str | None = None) -> str:
        """Say in plain words how `text` is understood: words, names, scope, kind, best rows, rejected rows."""
        context = context or Context()
        own = self._language(text, context, hint)
        reading = self.readers[own].read(text)
        (reading, (variant, ranked, decision)), _ = self._taken(reading, context)
        return explanation(reading, variant, ranked, decision, self.ranking, self._filters)

    def examples(self, language: Language, count: int = 4) -> tuple[Suggestion, ...]:
        """Return a few questions to begin with: what happened in the matches that most is known of, and a fact."""
        order = sorted(self._base.matches.values(), key=lambda m: (-m.rows, m.id))
        entries = self._base.entries
        wanted = [(m.id, intent) for m in order[:2] for intent in ("match.scorers", "match.score")]
        found = [e for match, intent in wanted for e in entries.of_match(match, intent) if not e.team]
        facts = [entries[at] for at in entries.general_facts()[:: max(1, 97)][:2]]
        return self._renderer.suggestions([*found[:3:2], *facts, *found[1::2]], language)[:count]

    def matches(self, language: Language = "en") -> list[MatchSummary]:
        """Return the stored matches, newest first."""
        order = sorted(self._base.matches.values(), key=lambda m: m.date or str(m.year or ""), reverse=True)
        labels = self._base.labels
        return [MatchSummary(m.id, labels[m.id][language], self._question(m.id, language)) for m in order]

    def _question(self, match: str, language: Language) -> str:
        return match_question(self._base.rows.matches[match], self._base.names, language)

    def summary(self, match: str, language: Language) -> Answer | None:
        """Return a match in short, as the answer to its question; None where it is not stored."""
        entry = self._base.entries.by_id(f"{match}:summary")
        if entry is None:
            return None
        answer = self._renderer.answer([entry], language)
        after = context_after(
            answer, self._question(match, language), [entry], self._base.names, self._gazetteer
        )
        return replace(answer, picture=self.pictures.suiting([entry]), context=after)

    def sources(self) -> list[Source]:
        """Return the articles that the facts come from, newest first."""
        return sorted(self._base.sources.values(), key=lambda s: s.published or "", reverse=True)

    def source_line(self, picture: str, language: Language) -> str:
        """Return the small last line of a picture: the articles that it is drawn from."""
        return self._merged_sources(self.pictures.rows_of(picture), language)

    def _merged_sources(self, rows: Sequence[str], language: Language) -> str:
        return self._renderer.source_line(self._base.entries.of_rows(rows), language)

    def draft(self, text: str) -> Draft:
        """Draft facts from the text of an article, with the ids of stored names; never raises."""
        from .drafting import (
            draft,
            known_names,
        )  # only here: a bot drafts in another process, and this takes 4 MB

        return draft(text, known_names(self._base.names.values()))

    def close(self) -> None:
        """Release the base (it is in memory; kept so that callers need not know)."""


def _without_circle(knowledge: Knowledge) -> Callable[[str, Context, Language | None, str | None], Answer]:
    """Return what answers anew without keeping `knowledge` alive: a replaced base goes at once."""
    itself = ref(knowledge)

    def fresh(text: str, context: Context, language: Language | None, hint: str | None) -> Answer:
        alive = itself()
        assert alive is not None
        return alive._fresh(text, context, language, hint)

    return fresh


def _empty_reading(reading: Reading) -> bool:
    return not reading.features and not reading.names and not reading.kinds and reading.scope.empty
