"""Typed answers of the buzzer mode: whether one is right, and hints that uncover the answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from knowledge.models import LANGUAGES
from knowledge.quiz.records import QuizQuestion
from knowledge.understanding.fuzzy import near_name
from knowledge.understanding.lexicon import lexicon
from knowledge.understanding.words import Token, figures_and_words

LONGEST = 200
"""Characters of a typed answer that are read; a longer message is talk, not an answer."""

LIKENESS = 80.0
"""Likeness in percent from which a misspelt name counts: "scamaca" has 93, "calanoglu" 95, two real players
of the base at most 71 ("Muriel", "Musso": 55; "Pavard", "Palladino": 53)."""

SHORTEST = 4
"""Letters from which a misspelling is forgiven: three letters are one slip away from anything."""

STEPS = 4
"""Hints until one letter in a word is still hidden."""


def judge_typed(answer_text: str, question: QuizQuestion) -> bool:
    """Whether `answer_text` answers `question`: case, accents, surnames, slips and number words forgiven.

    A text that names a wrong option too, or several figures, is a guess at everything and wrong.
    """
    if not question.answers or len(answer_text) > LONGEST:
        return False
    typed = _tokens(answer_text)
    accepted = [_tokens(answer) for answer in question.answers]
    if all(t.kind != "word" for tokens in accepted for t in tokens):
        return _same_figure(typed, accepted)
    words = [t.text for t in typed]
    wrong = [[t.text for t in _tokens(o)] for at, o in enumerate(question.options) if at != question.right]
    right = [[t.text for t in tokens] for tokens in accepted]
    if words in right:  # "inter milan", though Milan is an option
        return True
    if any(_holds(words, o) or (_holds(words, o[-1:]) and not _shared(o, right)) for o in wrong):
        return False
    if any(_holds(words, answer) for answer in right):
        return True
    return _misspelt(words, right, wrong)


def hint(question: QuizQuestion, step: int) -> str:
    """Return the answer with letters hidden: none shown at step 0, first letters at 1, then more each step.

    Letters are set apart by blanks, words by three; at least one letter of each word stays hidden.
    """
    return "   ".join(" ".join(_masked(word, step)) for word in question.hint.split())


def _masked(word: str, step: int) -> Iterable[str]:
    places = [at for at, char in enumerate(word) if char.isalnum()]
    order = places[:1] + places[2::2] + places[1:][::-2] + places
    many = min(len(places) - 1, round(len(places) * step / STEPS) or min(step, 1))
    shown = set(list(dict.fromkeys(order))[:many])
    return (char if at in shown or not char.isalnum() else "_" for at, char in enumerate(word))


def _same_figure(typed: Sequence[Token], accepted: Sequence[Sequence[Token]]) -> bool:
    figures = {t.text for t in typed if t.kind != "word"}
    return any(figures == {t.text for t in tokens} for tokens in accepted)


def _misspelt(words: Sequence[str], right: Sequence[Sequence[str]], wrong: Sequence[Sequence[str]]) -> bool:
    """Whether a word, two words or the whole text are a slip from an answer, and further from the others."""
    pieces = {" ".join(words), *words, *(f"{a} {b}" for a, b in pairwise(words))}
    answers = [" ".join(a) for a in right if len("".join(a)) >= SHORTEST]
    others = [form for o in wrong for form in (" ".join(o), o[-1])]
    for piece in sorted(p for p in pieces if len(p) >= SHORTEST):
        found = near_name(piece, answers, LIKENESS)
        rival = near_name(piece, others, LIKENESS) if others else None
        if found and (rival is None or rival[1] < found[1]):
            return True
    return False


def _holds(words: Sequence[str], form: Sequence[str]) -> bool:
    size = len(form)
    return size > 0 and any(list(words[at : at + size]) == list(form) for at in range(len(words) - size + 1))


def _shared(option: Sequence[str], right: Sequence[Sequence[str]]) -> bool:
    """Whether the last word of a wrong option belongs to the right answer as well."""
    return bool(option) and any(option[-1] in answer for answer in right)


def _tokens(text: str) -> list[Token]:
    """Return the tokens of a text, number words as figures, the tens and units of English joined."""
    found: list[Token] = []
    for token in figures_and_words(text):
        number = _numbers().get(token.text) if token.kind == "word" else None
        if number is None:
            found.append(token)
            continue
        last = found[-1].value if found and found[-1].kind == "number" else None
        if isinstance(last, int) and 20 <= last <= 90 and last % 10 == 0 and 0 < number < 10:
            number += last
            found.pop()
        found.append(Token(str(number), token.start, token.end, "number", number))
    return found


@cache
def _numbers() -> dict[str, int]:
    """Return number words of all languages, the joined ones of Italian made up ("sessantacinque")."""
    known = {word: value for lang in LANGUAGES for word, value in lexicon(lang).numbers.items()}
    italian = lexicon("it").numbers
    units = {w: v for w, v in italian.items() if 0 < v < 10 and w.isalpha()}
    for ten, tens in list(italian.items()):
        for unit, value in units.items() if 20 <= tens <= 90 and tens % 10 == 0 else ():
            known.setdefault((ten[:-1] if unit[0] in "uo" else ten) + unit, tens + value)
    return known
