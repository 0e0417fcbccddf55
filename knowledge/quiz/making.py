"""Drawing a quiz from all forms: a seed decides, kinds alternate, no question gives another away."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from knowledge.base.rows import StoredRows
from knowledge.models import Language
from knowledge.quiz.from_events import EventForms
from knowledge.quiz.from_facts import FactForms
from knowledge.quiz.from_matches import MatchForms
from knowledge.quiz.from_pairs import PairForms
from knowledge.quiz.records import OPTION_LIMIT, QUESTION_LIMIT, Difficulty, Form, QuizQuestion
from knowledge.quiz.stock import Stock
from knowledge.quiz.wording import Wording, tidy
from knowledge.understanding.words import fold

STATEMENT_SHARE = 3
"""At most one question in three is a statement to be called true or false (the specification's bound)."""

STATEMENT_CHANCE = 0.3
"""How often a row that can be put either way becomes a statement."""


class QuizMaker:
    """All forms of a base in one language, made once; `draw` makes a quiz of them."""

    def __init__(self, rows: StoredRows, language: Language) -> None:
        self.rows, self.language = rows, language
        stock = Stock(rows, language)
        self._wording = Wording(rows, language)
        self.open: dict[str, Form] = {}
        for maker in (EventForms, MatchForms, PairForms, FactForms):
            for form in maker(stock, self._wording).forms():
                self.open.setdefault(form.key, form)
        self._told = Counter(name for form in self.open.values() for name in form.names)
        self.judged: Mapping[str, tuple[Form, ...]] = {
            key: tuple(self._statements(form)) for key, form in self.open.items()
        }

    def _statements(self, form: Form) -> Iterator[Form]:
        """Yield the true statement of a form and its false twins."""
        yes, no = self._wording.word("option", "true"), self._wording.word("option", "false")
        if len(form.said) < 2 or yes is None or no is None:
            return
        for at, sentence in enumerate(form.said):
            question = self._wording.word("option", "statement", {"sentence": sentence})
            if question and len(question) <= QUESTION_LIMIT:
                right, wrong = (no, yes) if at else (yes, no)
                asked = (tidy(question),)
                yield replace(
                    form, kind="true_false", questions=asked, right=right, wrong=(wrong,), answers=()
                )

    def every(self, seed: int = 0) -> list[QuizQuestion]:
        """Return each open form and each statement once, finished: for checks and counts."""
        forms = [f for key, form in self.open.items() for f in (form, *self.judged[key])]
        return [self.finish(f, random.Random(f"{seed}:{n}:{f.key}")) for n, f in enumerate(forms)]

    def draw(
        self,
        *,
        seed: int,
        count: int,
        difficulty: Difficulty | None = None,
        about: str | None = None,
        exclude: frozenset[str] = frozenset(),
        typed: bool = False,
    ) -> list[QuizQuestion]:
        """Return up to `count` questions; fewer where the pool that is left holds no more.

        `typed` leaves out what only works with options.
        """
        pool = [
            f
            for f in self.open.values()
            if f.key not in exclude and self._fits(f, difficulty, about) and (f.answers or not typed)
        ]
        rng = random.Random(seed)
        keyed = [(rng.random() ** (1 / form.weight), form.key) for form in sorted(pool, key=lambda f: f.key)]
        order = [self.open[key] for _, key in sorted(keyed, reverse=True)]
        chosen: dict[str, Form] = {}
        for strict in (True, False):
            for form in order:
                if len(chosen) >= count:
                    break
                if form.key not in chosen and (not strict or self._welcome(form, chosen.values(), count)):
                    chosen[form.key] = form
        mixed = list(chosen.values())
        rng.shuffle(mixed)
        ordered = _spread(mixed)
        return [self.finish(form, rng) for form in ordered] if typed else self._put(ordered, rng)

    def fixture(self, match: str) -> str:
        """Return the teams of a stored match and when they played."""
        return self._wording.fixture(self.rows.matches[match]) or ""

    @cached_property
    def subjects(self) -> frozenset[str]:
        """Ids of all matches, names, topics and kinds that some question is about."""
        forms = self.open.values()
        told = {id_ for form in forms for id_ in (form.match, form.topic, form.kind, *form.names)}
        return frozenset(id_ for id_ in told if id_)

    def _put(self, chosen: Sequence[Form], rng: random.Random) -> list[QuizQuestion]:
        """Turn some forms into statements, up to a third, and finish all."""
        statements = 0
        quiz = []
        for form in chosen:
            twins = self.judged[form.key]
            if twins and statements < len(chosen) // STATEMENT_SHARE and rng.random() < STATEMENT_CHANCE:
                statements += 1
                form = twins[0] if rng.random() < 0.5 else rng.choice(twins[1:])
            quiz.append(self.finish(form, rng))
        return quiz

    def _fits(self, form: Form, difficulty: str | None, about: str | None) -> bool:
        if difficulty and form.difficulty != difficulty:
            return False
        return about is None or about in (form.match, form.topic, form.kind, form.row) or about in form.names

    def _welcome(self, form: Form, chosen: Collection[Form], count: int) -> bool:
        """Whether a form suits those chosen: other words, other kinds and topics, no answer given away."""
        kinds = Counter(f.kind for f in chosen)
        topics = Counter(f.topic for f in chosen)
        if kinds[form.kind] >= max(2, count // 5) or topics[form.topic] >= max(2, count // 4):
            return False
        return not any(self._gives_away(form, other) for other in chosen)

    def _gives_away(self, one: Form, other: Form) -> bool:
        if one.row == other.row and one.row not in self.rows.matches:
            return True
        if one.questions == other.questions:
            return True
        together = one.topic == other.topic or (one.match is not None and one.match == other.match)
        if one.value == other.value and together:
            return True
        return any(
            b.value in self.rows.names
            and self._rare(b.value)
            and fold(b.right) in fold(a.sentence)
            and len(a.names & b.names) > 1
            for a, b in ((one, other), (other, one))
        )

    def _rare(self, name: str) -> bool:
        """Whether a name is told of so seldom that its mention elsewhere gives an answer away."""
        return self._told[name] < len(self.open) / 10

    def finish(self, form: Form, rng: random.Random) -> QuizQuestion:
        """Draw a wording and the options of a form."""
        question = rng.choice(form.questions)
        if form.judged:
            options = [o for key in ("true", "false") if (o := self._wording.word("option", key))]
        else:
            options = [form.right, *_drawn(form, rng)]
            rng.shuffle(options)
        source = self.rows.sources.get(form.source)
        return QuizQuestion(
            key=form.key,
            row=form.row,
            asked=form.asked,
            kind=form.kind,
            language=self.language,
            question=question,
            options=tuple(options),
            right=options.index(form.right),
            explanation=tidy(self._wording.explanation(form.sentence, form.right, source)),
            difficulty=form.difficulty,
            match=form.match,
            answers=form.answers,
            hint=form.right,
        )


def _drawn(form: Form, rng: random.Random) -> list[str]:
    """Draw up to three wrong options among the likeliest; figures from more, so that no rank is usual."""
    wrong = [w for w in form.wrong if len(w) <= OPTION_LIMIT]
    near = wrong[: 6 if form.kind in ("number", "minute", "year", "finish", "date") else 4]
    return rng.sample(near, min(3, len(near)))


def _spread(forms: Iterable[Form]) -> list[Form]:
    """Order forms so that two of one kind seldom follow each other."""
    left, out = list(forms), list[Form]()
    while left:
        last = out[-1].kind if out else ""
        nxt = next((f for f in left if f.kind != last), left[0])
        left.remove(nxt)
        out.append(nxt)
    return out


def make_quiz(
    base: StoredRows,
    language: Language,
    *,
    seed: int,
    count: int,
    difficulty: Difficulty | None = None,
    about: str | None = None,
    exclude: frozenset[str] = frozenset(),
) -> list[QuizQuestion]:
    """Make a quiz of up to `count` questions from the rows of `base`; the same arguments give the same quiz.

    `about` is the id of a match, name, topic or kind; `exclude` holds the keys already asked. Whoever makes
    many quizzes keeps a `QuizMaker`: its forms are worked out once.
    """
    maker = QuizMaker(base, language)
    return maker.draw(seed=seed, count=count, difficulty=difficulty, about=about, exclude=exclude)
