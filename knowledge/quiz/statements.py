"""True or false: a fact's sentence as it stands, or with its answer exchanged for a wrong one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from knowledge.quiz import ranking
from knowledge.quiz.options import names_in, surname
from knowledge.quiz.records import QUESTION_LIMIT, Form
from knowledge.quiz.stock import Stock
from knowledge.quiz.wording import Wording, tidy


class Statements:
    """Makes statements of forms, in one language."""

    def __init__(self, stock: Stock, wording: Wording) -> None:
        self.stock, self.wording = stock, wording
        self.rows = stock.rows
        self._id_of = {wording.name(i): i for i in sorted(self.rows.names)}

    def of(self, form: Form) -> Iterator[Form]:
        """Yield a true statement and its false twins; nothing where the sentence cannot be bent safely."""
        false = [s for w in form.wrong[:4] if (s := self._exchanged(form, w))]
        yes, no = self.wording.word("option", "true"), self.wording.word("option", "false")
        if not false or yes is None or no is None:
            return
        base = replace(
            form, kind="true_false", answers=(),
            weight=ranking.weight("true_false", form.topic),
        )
        for sentence, right, wrong in ((form.sentence, yes, no), *((s, no, yes) for s in false)):
            question = self.wording.word("option", "statement", {"sentence": sentence})
            if question and len(question) <= QUESTION_LIMIT:
                yield replace(base, questions=(tidy(question),), right=right, wrong=(wrong,))

    def _exchanged(self, form: Form, wrong: str) -> str | None:
        if form.kind in ("words", "list", "order", "odd_one_out", "both"):
            return None
        right_id, wrong_id = self._id_of.get(form.right), self._id_of.get(wrong)
        if right_id and wrong_id:
            return self._name_exchanged(form.sentence, right_id, wrong_id)
        if form.kind == "number" and form.value.isdecimal() and int(form.value) > 1:
            return _once(form.sentence, form.right, wrong) if wrong not in ("0", "1") else None
        return None

    def _name_exchanged(self, sentence: str, right: str, wrong: str) -> str | None:
        names, language = self.rows.names, self.wording.language
        one, other = names[right], names[wrong]
        grammar = (one.article.get(language, ""), one.gender, one.number)
        if language == "it" and grammar != (other.article.get("it", ""), other.gender, other.number):
            return None
        if wrong in names_in(sentence, [other], language):
            return None
        for old, new in ((one.display, other.display), (surname(one, language), surname(other, language))):
            before = old if isinstance(old, str) else old[language]
            after = new if isinstance(new, str) else new[language]
            text = _once(sentence, before, after)
            if text and right not in names_in(text, [one], language) and not self._leftover(text, right):
                return text
        return None

    def _leftover(self, text: str, id_: str) -> bool:
        """Whether an alias or a by-name of the right answer still stands in the sentence."""
        low = text.casefold()
        aliases = (a.casefold() for a in self.rows.names[id_].aliases if len(a) > 3)
        return any(re.search(rf"\b{re.escape(a)}\b", low) for a in aliases)


def _once(text: str, old: str, new: str) -> str | None:
    """Exchange `old` for `new` where it stands exactly once as a word of its own; else None."""
    pattern = re.compile(rf"(?<![\w.,-]){re.escape(old)}(?![\w-]|[.,]\d)")
    if len(pattern.findall(text)) != 1 or len(re.findall(rf"\b{re.escape(old)}\b", text)) != 1:
        return None
    return pattern.sub(new, text)
