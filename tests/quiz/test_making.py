"""Drawing a quiz."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from knowledge.base.build import build
from knowledge.base.rows import StoredRows, stored_rows
from knowledge.models import LANGUAGES
from knowledge.quiz.making import QuizMaker, make_quiz

SEEDS = range(12)


@pytest.mark.parametrize("language", LANGUAGES)
class TestAQuiz:
    def test_is_the_same_for_the_same_seed(
        self, makers: dict[str, QuizMaker], rows: StoredRows, language: str
    ) -> None:
        assert make_quiz(rows, language, seed=7, count=15) == makers[language].draw(seed=7, count=15)

    def test_differs_for_another_seed(self, makers: dict[str, QuizMaker], language: str) -> None:
        maker = makers[language]
        assert {q.key for q in maker.draw(seed=1, count=20)} != {q.key for q in maker.draw(seed=2, count=20)}

    def test_has_as_many_questions_as_asked_for_and_no_pair_twice(
        self, makers: dict[str, QuizMaker], language: str
    ) -> None:
        for seed in SEEDS:
            quiz = makers[language].draw(seed=seed, count=20)
            assert len({q.key for q in quiz}) == len(quiz) == 20

    def test_has_at_most_a_third_of_statements(self, makers: dict[str, QuizMaker], language: str) -> None:
        for seed in SEEDS:
            for count in (1, 2, 3, 10, 20):
                quiz = makers[language].draw(seed=seed, count=count)
                assert sum(q.kind == "true_false" for q in quiz) * 3 <= count

    def test_mixes_kinds(self, makers: dict[str, QuizMaker], language: str) -> None:
        for seed in SEEDS:
            kinds = Counter(q.kind for q in makers[language].draw(seed=seed, count=20))
            assert len(kinds) >= 7
            assert max(kinds.values()) <= 7

    def test_never_repeats_what_is_excluded_until_the_pool_is_empty(
        self, makers: dict[str, QuizMaker], language: str
    ) -> None:
        maker, asked = makers[language], set[str]()
        for seed in range(100):
            quiz = maker.draw(seed=seed, count=20, exclude=frozenset(asked))
            assert not asked & {q.key for q in quiz}
            asked |= {q.key for q in quiz}
            if len(quiz) < 20:
                break
        assert asked == set(maker.open)
        assert maker.draw(seed=1, count=5, exclude=frozenset(asked)) == []

    @pytest.mark.parametrize("difficulty", ["easy", "medium", "hard"])
    def test_keeps_to_the_difficulty_asked_for(
        self, makers: dict[str, QuizMaker], language: str, difficulty: str
    ) -> None:
        quiz = makers[language].draw(seed=3, count=15, difficulty=difficulty)
        assert [q.difficulty for q in quiz] == [difficulty] * 15

    def test_keeps_to_the_match_or_person_asked_for(
        self, makers: dict[str, QuizMaker], language: str
    ) -> None:
        match = "atalanta-inter-2023-11-04"
        assert {q.match for q in makers[language].draw(seed=1, count=20, about=match)} == {match}
        quiz = makers[language].draw(seed=1, count=5, about="papu-gomez")
        assert len(quiz) == 5
        assert makers[language].draw(seed=1, count=5, about="no-such-name") == []


def test_a_seed_gives_the_same_quiz_whatever_the_order_of_hashes(shipped_base: Path) -> None:
    code = (
        "import json, sys; from pathlib import Path; from knowledge.base.rows import stored_rows;"
        "from knowledge.quiz.making import make_quiz;"
        "quiz = make_quiz(stored_rows(Path(sys.argv[1])), 'it', seed=5, count=30);"
        "print(json.dumps([(q.key, q.question, q.options) for q in quiz]))"
    )
    out = [
        subprocess.run(
            [sys.executable, "-c", code, str(shipped_base)],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            capture_output=True,
            text=True,
            check=True,
            cwd=Path(__file__).resolve().parents[2],
        ).stdout
        for seed in ("1", "2")
    ]
    assert json.loads(out[0]) == json.loads(out[1])


ARTICLE = """
[source]
id = "roma-lazio-derby-2026"
title = "A derby for Roma"
published = 2026-03-01
language = "en"
label.en = "match report, 1 March 2026"
label.it = "cronaca della partita, 1 marzo 2026"

[[match]]
id = "roma-lazio-2026-03-01"
competition = "serie-a"
season = "2025-26"
date = 2026-03-01
home = "roma"
away = "lazio"
score = [2, 1]
coaches = { roma = "gasperini", lazio = "sarri" }

[[event]]
id = "derby-goal-one"
match = "roma-lazio-2026-03-01"
kind = "goal"
minute = 12
team = "roma"
player = "lookman"
assist = "scamacca"
en = "Lookman scored in the 12th minute."
it = "Lookman ha segnato al minuto 12."

[[event]]
id = "derby-goal-two"
match = "roma-lazio-2026-03-01"
kind = "goal"
minute = 50
team = "roma"
player = "scamacca"
en = "Scamacca scored in the 50th minute."
it = "Scamacca ha segnato al minuto 50."

[[event]]
id = "derby-goal-three"
match = "roma-lazio-2026-03-01"
kind = "goal"
minute = 88
team = "lazio"
player = "thuram"
en = "Thuram scored in the 88th minute."
it = "Thuram ha segnato al minuto 88."
"""


@pytest.fixture(scope="module")
def with_derby(tmp_path_factory: pytest.TempPathFactory) -> StoredRows:
    folder = tmp_path_factory.mktemp("derby")
    (folder / "data" / "articles").mkdir(parents=True)
    (folder / "data" / "articles" / "derby.toml").write_text(ARTICLE, encoding="utf-8")
    build(folder / "base.sqlite", folder / "data")
    return stored_rows(folder / "base.sqlite")


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_who_scored_is_falsely_said_to_have_scored_another_goal(
    with_derby: StoredRows, language: str
) -> None:
    maker = QuizMaker(with_derby, language)
    for goal in ("derby-goal-one", "derby-goal-two", "derby-goal-three"):
        _, *false = maker.judged[f"{goal}:player"]
        assert not any(n in f.questions[0] for f in false for n in ("Lookman", "Scamacca", "Thuram"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_article_added_later_is_asked_about(with_derby: StoredRows, language: str) -> None:
    maker = QuizMaker(with_derby, language)
    quiz = maker.draw(seed=1, count=30, about="roma-lazio-2026-03-01")
    assert {"scorer", "minute", "assist", "score", "winner", "coach"} <= {
        form.kind for form in maker.open.values() if form.match == "roma-lazio-2026-03-01"
    }
    assert len(quiz) >= 10
