"""Questions from facts: the first sample of a fact, whose answer is the fact's bare value."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from knowledge.base.schema import Both, FactPart
from knowledge.quiz import ranking
from knowledge.quiz.options import (
    days_instead,
    figures_instead,
    minutes_instead,
    names_instead,
    seasons_instead,
)
from knowledge.quiz.records import OPTION_LIMIT, QUESTION_LIMIT, Form
from knowledge.quiz.spoken import names_in
from knowledge.quiz.statements import Exchange
from knowledge.quiz.stock import Stock, value_ids
from knowledge.quiz.wording import Wording, tidy

LONGEST_LIST = 4
"""Names that one option may hold; more make a question of their own (which of these does not belong)."""


class FactForms:
    """Makes the forms of all facts in one language."""

    def __init__(self, stock: Stock, wording: Wording) -> None:
        self.stock, self.wording = stock, wording
        self.rows = stock.rows
        self._exchange = Exchange(stock, wording)
        self._said: dict[str, dict[str, Any]] = wording.data.get("said", {})

    def forms(self) -> Iterator[Form]:
        """Yield the forms of every fact that has a question and a value in the language."""
        for fact in self.stock.facts:
            question = self.question(fact)
            sentence = self.sentence(fact)
            if question and sentence and fact.value is not None:
                made = self._of(fact, question, sentence)
                if made:
                    yield made
                yield from self._odd_one_out(fact, question, sentence)
            if sentence and fact.id in self._said:
                yield from self._speaker(fact, sentence)

    def question(self, fact: FactPart) -> str | None:
        """Return the fact's own question, where it has the form of one."""
        asks = fact.ask.get(self.wording.language)
        first = tidy(asks[0]) if asks else ""
        return first if first.endswith("?") and len(first) <= QUESTION_LIMIT else None

    def sentence(self, fact: FactPart) -> str | None:
        """Return the fact's sentence in the language."""
        return fact.en if self.wording.language == "en" else fact.it

    def _of(self, fact: FactPart, question: str, sentence: str) -> Form | None:
        value = fact.value
        kind, right, wrong, answers = "words", "", list[str](), tuple[str, ...]()
        if isinstance(value, Both):
            right = self.wording.option(value.get(self.wording.language) or "")
            wrong = self._words_instead(fact)
            answers = (right,) if len(right.split()) <= 2 else ()
        elif isinstance(value, date):
            kind, right = "date", self.wording.day(value)
            wrong = [self.wording.day(d) for d in days_instead(value)]
        elif isinstance(value, int):
            kind, right, wrong = self._figures(fact, value, question)
            answers = (str(value),)
        elif isinstance(value, list):
            kind, right, wrong = "list", *self._several(fact, question)
        elif isinstance(value, str) and value in self.rows.names:
            kind, right, wrong = self._named(fact, value, question)
            answers = self.rows.names[value].aliases
        elif isinstance(value, str):
            kind, right, wrong = "season", value, seasons_instead(value, self._year(fact))
            answers = (value,)
        wrong = [w for w in dict.fromkeys(wrong) if w and len(w) <= OPTION_LIMIT and w != right]
        if len(wrong) < 2 or not right or len(right) > OPTION_LIMIT:
            return None
        return self._form(fact, kind, question, right, wrong, sentence, answers, str(value))

    def _form(
        self,
        fact: FactPart,
        kind: str,
        question: str,
        right: str,
        wrong: list[str],
        sentence: str,
        answers: tuple[str, ...],
        value: str,
        asked: str = "value",
    ) -> Form:
        match = next((i for i in fact.about if i in self.rows.matches), None)
        bookish = self._bookish(question)
        told = sum(value in (*f.about, *value_ids(f)) for f in self.stock.facts) if kind != "number" else 0
        return Form(
            row=fact.id,
            asked=asked,
            kind=kind,
            questions=(question,),
            right=right,
            wrong=tuple(wrong),
            sentence=sentence,
            source=self.rows.source_of[fact.id],
            match=match,
            value=value,
            names=frozenset({*fact.about, *value_ids(fact)}),
            topic=fact.topic,
            answers=answers,
            said=() if bookish or self._bookish(sentence) else self._stated(kind, sentence, right, wrong),
            weight=ranking.weight(kind, fact.topic, bookish),
            difficulty=ranking.difficulty(kind, fact.topic, told),
        )

    def _bookish(self, text: str) -> bool:
        """Whether a text is about what an article says rather than about football."""
        return any(w in f" {text.casefold()} " for w in self.wording.data["bookish"]["words"])

    def _stated(self, kind: str, sentence: str, right: str, wrong: list[str]) -> tuple[str, ...]:
        """Return the fact's sentence and its false twins, none where its answer cannot be exchanged."""
        false = [s for w in wrong[:4] if (s := self._exchange.answer(kind, sentence, right, w))]
        return (sentence, *false) if false else ()

    def _named(self, fact: FactPart, id_: str, question: str) -> tuple[str, str, list[str]]:
        given = self._words_instead(fact)
        if not given:
            match = next((i for i in fact.about if i in self.rows.matches), None)
            ids = names_instead(self.stock, id_, question, fact.id, topic=fact.topic, match=match)
            given = [self.wording.name(i) for i in ids]
            if id_ in names_in(question, [self.rows.names[id_]], self.wording.language):
                spoken = names_in(question, (self.rows.names[i] for i in ids), self.wording.language)
                given = given if spoken else []
                if len(spoken) == 1:
                    given = [self.wording.name(*spoken), *self.wording.data["pool"]["neither"]]
        by_topic = {"finish": "finish", "opponent": "opponent", "trophy": "trophy", "venue": "venue"}
        kind = by_topic.get(fact.topic) or self.stock.kind(id_)
        if kind == "person" and fact.topic in ("statement", "training", "philosophy"):
            kind = "who_said"
        return kind, self.wording.name(id_), given

    def _figures(self, fact: FactPart, value: int, question: str) -> tuple[str, str, list[str]]:
        words = self.wording.data["count"]
        low = question.casefold()
        style = "plain"
        if any(w in low for w in words["minute"]):
            style = "minute"
        elif any(low.startswith(w) for w in words["ranks"]) and not any(w in low for w in words["counts"]):
            style = "rank"
        plain = "year" if 1900 <= value <= 2100 else "number"
        kind = {"minute": "minute", "rank": "finish"}.get(style, plain)
        written = self._words_instead(fact)
        if written:
            return kind, self.wording.figure(value, style), written
        if style == "minute":
            near = minutes_instead(value, self._minutes(fact))
        else:
            near = figures_instead(value, latest=self._year(fact))
        return kind, self.wording.figure(value, style), [self.wording.figure(n, style) for n in near]

    def _minutes(self, fact: FactPart) -> set[int]:
        matches = {i for i in fact.about if i in self.rows.matches}
        return {e.minute for m in matches for e in self.stock.events[m] if e.minute}

    def _year(self, fact: FactPart) -> int | None:
        source = self.rows.sources.get(self.rows.source_of[fact.id])
        return int(source.published[:4]) if source and source.published else None

    def _several(self, fact: FactPart, question: str) -> tuple[str, list[str]]:
        ids = [i for i in value_ids(fact) if i in self.rows.names]
        if not 2 <= len(ids) <= LONGEST_LIST or len(ids) != len(value_ids(fact)):
            return "", []
        if names_in(question, (self.rows.names[i] for i in ids), self.wording.language):
            return "", []
        others = names_instead(self.stock, ids[0], question, fact.id, topic=fact.topic, banned=ids[1:])
        wrong = []
        for at, other in enumerate(others):
            swapped = list(ids)
            swapped[at % len(ids)] = other
            wrong.append(self.wording.names(swapped))
        return self.wording.names(ids), wrong

    def _odd_one_out(self, fact: FactPart, question: str, sentence: str) -> Iterator[Form]:
        """Yield which name does not belong to a list of three or more."""
        ids = [i for i in value_ids(fact) if i in self.rows.names]
        template = self.wording.phrases("odd_one_out")
        if len(ids) < 3 or not template:
            return
        others = names_instead(self.stock, ids[0], question, fact.id, topic=fact.topic, banned=ids[1:])
        asked = tuple(q for t in template if (q := self.wording.fill(t, {"question": question})))
        kept = [i for i in others if i not in names_in(sentence, [self.rows.names[i]], self.wording.language)]
        if kept and asked and all(len(q) <= QUESTION_LIMIT for q in asked):
            form = self._form(
                fact,
                "odd_one_out",
                asked[0],
                self.wording.name(kept[0]),
                [self.wording.name(i) for i in ids],
                sentence,
                (),
                kept[0],
                asked="odd",
            )
            yield form

    def _words_instead(self, fact: FactPart) -> list[str]:
        """Return the wrong wordings written for the fact: nothing else has its form and is surely wrong."""
        return [self.wording.option(w) for w in self.wording.data["wrong"].get(fact.id, ())]

    def _speaker(self, fact: FactPart, sentence: str) -> Iterator[Form]:
        """Yield who said it, as written for the fact in the quiz data."""
        said = self._said[fact.id]
        speaker = str(said["by"])
        wrong = [i for i in said["not"] if i in self.rows.names]
        if speaker in self.rows.names and speaker in fact.about and len(wrong) >= 2:
            yield self._form(
                fact,
                "who_said",
                tidy(str(said["question"])),
                self.wording.name(speaker),
                [self.wording.name(i) for i in wrong],
                sentence,
                self.rows.names[speaker].aliases,
                speaker,
                "by",
            )
