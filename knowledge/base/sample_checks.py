"""What sample questions must be: said in different words, and the first fit for a quiz."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from knowledge.models import LANGUAGES, Mistake
from knowledge.understanding.fuzzy import token_set_ratio
from knowledge.understanding.words import fold

from .files import AMENDMENTS, Inputs
from .schema import FactPart

NEAR_COPY = 85
"""token_set_ratio above which two samples of one fact say the same (measured on an early set of samples)."""


def check_samples(inputs: Inputs) -> Iterator[Mistake]:
    """Yield the samples of facts that break a rule; rows of a draft (with evidence) are not held to them."""
    rows = [(file, fact) for file, article in inputs.articles for fact in article.fact]
    for file, fact in (*rows, *((AMENDMENTS, fact) for fact in inputs.amendments.fact)):
        if fact.evidence is None:
            yield from _first(file, fact)
        yield from _near_copies(file, fact)


def _first(file: str, fact: FactPart) -> Iterator[Mistake]:
    """Yield first questions that are none: the quiz shows them as they are."""
    for language in LANGUAGES:
        for question in fact.ask.get(language)[:1]:
            if not question.endswith("?"):
                yield Mistake(
                    file,
                    f"fact '{fact.id}', ask.{language}",
                    f"the first question, {question!r}, goes into the quiz; "
                    "write it whole, with a question mark",
                )


def _near_copies(file: str, fact: FactPart) -> Iterator[Mistake]:
    for language in LANGUAGES:
        for key, samples in (("ask", fact.ask), ("yes", fact.yes), ("no", fact.no)):
            for one, other in combinations([fold(sample) for sample in samples.get(language)], 2):
                if token_set_ratio(one, other) > NEAR_COPY:
                    place = f"fact '{fact.id}', {key}.{language}"
                    yield Mistake(
                        file, place, f"{one!r} and {other!r} are near copies; say one in other words"
                    )
