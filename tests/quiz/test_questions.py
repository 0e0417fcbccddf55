"""Properties of every question that can be made from the shipped articles, in both languages."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from knowledge.answers.wording import templates
from knowledge.base.rows import StoredRows
from knowledge.models import LANGUAGES
from knowledge.quiz.making import QuizMaker
from knowledge.quiz.records import EXPLANATION_LIMIT, OPTION_LIMIT, QUESTION_LIMIT, QuizQuestion
from knowledge.understanding.words import fold

from .oracle import Oracle

SEEDS = (1, 2, 3)
BAD = {
    "en": (
        r"\bthe the\b",
        r"\ba a\b",
        r"\bin in\b",
        r"\bof of\b",
        r"\bthe Anfield\b",
        r"’s’s",
        r"(?<!1)[123]th\b",
        r"\b(of|in|for|to|by|and) \1\b",
    ),
    "it": (
        r"\bd[ia] l[’']",
        r"\b(di|a|da|in|su) (il|lo|la|gli|le)\b",
        r"\bdi i\b",
        r"l[’'] ",
        r"\b(il|lo|la) l[’']",
        r"\b(il|la|lo) (Atalanta|Inter|Udinese)\b",
        r"\bal (8|11|8\d)\b",
        r"\b(di|a|da|in) (Atalanta|Inter)\b(?!-)",
    ),
}


_MADE: dict[str, list[QuizQuestion]] = {}


def every(makers: dict[str, QuizMaker], language: str) -> list[QuizQuestion]:
    if language not in _MADE:
        _MADE[language] = [q for seed in SEEDS for q in makers[language].every(seed)]
    return _MADE[language]


@pytest.mark.parametrize("language", LANGUAGES)
class TestEveryQuestion:
    def test_has_exactly_one_right_option_by_the_article_files(
        self, makers: dict[str, QuizMaker], articles: Any, rows: StoredRows, language: str
    ) -> None:
        oracle = Oracle(articles, rows.names, language)
        wrong = [
            (q.question, q.options, q.right)
            for q in every(makers, language)
            if q.kind != "true_false" and oracle.right(q) != {q.options[q.right]}
        ]
        assert wrong == []

    def test_keeps_the_limits_of_a_poll(self, makers: dict[str, QuizMaker], language: str) -> None:
        for q in every(makers, language):
            assert 1 <= len(q.question) <= QUESTION_LIMIT
            assert all(1 <= len(o) <= OPTION_LIMIT for o in q.options)
            assert 1 <= len(q.explanation) <= EXPLANATION_LIMIT
            assert "\n" not in q.explanation
            assert len(q.options) == 2 if q.kind == "true_false" else 3 <= len(q.options) <= 4

    def test_has_no_two_options_that_read_alike(self, makers: dict[str, QuizMaker], language: str) -> None:
        for q in every(makers, language):
            assert len({fold(o).strip() for o in q.options}) == len(q.options), q.question

    def test_never_offers_two_names_of_one_entity(
        self, makers: dict[str, QuizMaker], rows: StoredRows, language: str
    ) -> None:
        forms = {fold(alias): n.id for n in rows.names.values() for alias in n.aliases}
        for q in (q for q in every(makers, language) if q.kind != "words"):
            meant = [frozenset({forms[fold(o)]} if fold(o) in forms else ()) for o in q.options]
            assert all(not a & b for at, a in enumerate(meant) for b in meant[at + 1 :]), q.options

    def test_is_a_question_or_a_statement(self, makers: dict[str, QuizMaker], language: str) -> None:
        lead = templates(language, "quiz")["option"]["statement"].split("{")[0].strip()
        for q in every(makers, language):
            if q.kind == "true_false":
                assert q.question.startswith(lead), q.question
                assert q.question.endswith((".", "»", "”")), q.question
            else:
                assert q.question.endswith("?"), q.question
                assert lead not in q.question

    def test_reads_like_its_language(self, makers: dict[str, QuizMaker], language: str) -> None:
        for q in every(makers, language):
            for text in (q.question, q.explanation, *q.options):
                assert text == " ".join(text.split()), text
                assert not re.search(r"[{}\[\]]|\bNone\b(?! at )|[a-z]+-[a-z]+-\d{4}", text), text
                assert "'" not in text, text
                assert not any(re.search(p, text) for p in BAD[language]), text
            assert q.question[0].isupper() or q.question[0].isdigit() or q.question[0] == "È", q.question
            first = q.explanation[0]
            assert first.isupper() or first.isdigit() or first in "«“", q.explanation

    def test_does_not_hold_its_answer(self, makers: dict[str, QuizMaker], language: str) -> None:
        """A name may stand in the question where another option does as well: one of two sides."""
        for q in every(makers, language):
            if q.kind in ("true_false", "list"):
                continue
            asked = f" {re.sub(r'[^a-z0-9]+', ' ', fold(q.question))} "
            stands = [f" {re.sub(r'[^a-z0-9]+', ' ', fold(o)).strip()} " in asked for o in q.options]
            if stands[q.right]:
                assert sum(stands) > 1 or q.kind in ("number", "finish", "year", "minute"), q.question

    def test_does_not_give_its_answer_away_by_length_or_form(
        self, makers: dict[str, QuizMaker], language: str
    ) -> None:
        for q in every(makers, language):
            right, others = q.options[q.right], [o for at, o in enumerate(q.options) if at != q.right]
            if q.kind == "words":
                assert len(right) <= 2 * max(map(len, others)) + 4, q.options
                assert len(right) * 2 + 8 >= min(map(len, others)), q.options
            assert len({any(c.isdigit() for c in o) for o in q.options}) <= 2
            assert len({o[0].isupper() or not o[0].isalpha() for o in q.options}) == 1, q.options
            assert len({o.endswith(".") for o in q.options}) == 1, q.options

    def test_explains_with_the_name_of_its_article(
        self, makers: dict[str, QuizMaker], rows: StoredRows, language: str
    ) -> None:
        labels = {s.label[language] for s in rows.sources.values()} | {"Destination Calcio"}
        for q in every(makers, language):
            assert any(label in q.explanation for label in labels), q.explanation

    def test_says_which_match_it_means(
        self, makers: dict[str, QuizMaker], rows: StoredRows, language: str
    ) -> None:
        happened = set(rows.matches) | {event.id for event in rows.events}
        for q in every(makers, language):
            if q.row in happened:
                assert re.search(r"\b(19|20)\d\d\b", q.question), q.question

    def test_is_of_many_kinds_and_enough(self, makers: dict[str, QuizMaker], language: str) -> None:
        maker = makers[language]
        assert len(maker.open) >= 200
        kinds = Counter(form.kind for form in maker.open.values())
        assert len(kinds) >= 10
        wanted = {
            "scorer",
            "minute",
            "assist",
            "score",
            "missed",
            "saved",
            "coach",
            "who_said",
            "finish",
            "opponent",
            "year",
            "number",
            "odd_one_out",
            "order",
        }
        assert wanted <= set(kinds)

    def test_right_answers_stand_at_every_place(self, makers: dict[str, QuizMaker], language: str) -> None:
        places = Counter(q.right for q in every(makers, language) if len(q.options) == 4)
        assert min(places[n] for n in range(4)) > sum(places.values()) / 5

    def test_figures_are_right_at_every_rank(self, makers: dict[str, QuizMaker], language: str) -> None:
        ranks: Counter[int] = Counter()
        for q in every(makers, language):
            if q.kind in ("number", "minute") and len(q.options) == 4:
                figures = [int(re.sub(r"\D", "", o)) for o in q.options]
                ranks[sorted(figures).index(figures[q.right])] += 1
        assert max(ranks.values()) < 0.6 * sum(ranks.values())

    def test_false_statements_differ_from_the_facts(
        self, makers: dict[str, QuizMaker], language: str
    ) -> None:
        for twins in makers[language].judged.values():
            assert len({t.questions for t in twins}) == len(twins)
            assert [t.right != twins[0].right for t in twins[1:]] == [True] * len(twins[1:])


def test_written_wrong_answers_and_speakers_belong_to_stored_facts(rows: StoredRows) -> None:
    facts = {fact.id for fact in rows.facts}
    for language in LANGUAGES:
        data = templates(language, "quiz")
        assert set(data["wrong"]) <= facts
        assert set(data["said"]) <= facts


def test_both_languages_have_the_same_templates_and_wrong_answers() -> None:
    english, italian = templates("en", "quiz"), templates("it", "quiz")
    assert set(english) == set(italian)
    for section in english:
        assert set(english[section]) == set(italian[section]), section
    for fact, wrong in english["wrong"].items():
        assert len(italian["wrong"][fact]) == len(wrong), fact


def test_no_sentence_of_a_fan_stands_in_the_modules() -> None:
    import knowledge.quiz as package

    for path in sorted(Path(package.__file__).parent.glob("*.py")):
        source = path.read_text(encoding="utf-8")
        code = re.sub(r'"""(?:.|\n)*?"""', "", source)
        texts = re.findall(r'"([^"\n]*)"', code)
        sentences = [t for t in texts if t.count(" ") > 2 and re.fullmatch(r"[A-Z][A-Za-z ,.:?!’']+", t)]
        assert sentences == [], path.name
