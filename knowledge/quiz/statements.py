"""False statements: a sentence with its answer exchanged for a wrong one, where grammar allows it."""

from __future__ import annotations

import re

from knowledge.models import Name
from knowledge.quiz.spoken import names_in, surname
from knowledge.quiz.stock import Stock
from knowledge.quiz.wording import Wording

_LAST_WORD = re.compile(r"(\w+)\W*$")


class Exchange:
    """Exchanges people, clubs and figures in sentences of one language.

    Places stay as they are: what is said of a town next to its name would be wrong of another.
    """

    def __init__(self, stock: Stock, wording: Wording) -> None:
        self.stock, self.wording = stock, wording
        self._names = stock.rows.names
        self._id_of = {wording.name(i): i for i in sorted(self._names)}
        self._articles = frozenset(wording.data["articles"]["words"])

    def answer(self, kind: str, sentence: str, right: str, wrong: str) -> str | None:
        """Return `sentence` with `wrong` instead of `right`, or None where that cannot be done safely."""
        one, other = self._id_of.get(right), self._id_of.get(wrong)
        if one and other:
            return self._name_exchanged(sentence, self._names[one], self._names[other])
        if kind == "number" and right.isdecimal() and int(right) > 1 and wrong not in ("0", "1"):
            return _once(sentence, right, wrong)
        return None

    def _name_exchanged(self, sentence: str, one: Name, other: Name) -> str | None:
        language = self.wording.language
        if one.kind not in ("person", "club") or other.id in names_in(sentence, [other], language):
            return None
        if language == "it" and _grammar(one) != _grammar(other):
            return None
        whole = (one.display[language], other.display[language])
        for before, after in (whole, (surname(one, language), surname(other, language))):
            text = _once(sentence, before, after)
            if text and not self._leftover(text, one) and not self._bound(sentence, before, one):
                return text
        return None

    def _bound(self, sentence: str, form: str, name: Name) -> bool:
        """Whether the word before the name belongs to it: a first name, or an article ("il Papu Gómez")."""
        found = _LAST_WORD.search(sentence.split(form)[0])
        before = found.group(1).casefold() if found else ""
        own = {word for alias in name.aliases for word in alias.casefold().split()}
        return before in own or (name.kind == "person" and before in self._articles)

    def _leftover(self, text: str, name: Name) -> bool:
        """Whether an alias or a by-name of the right answer still stands in the sentence."""
        low = text.casefold()
        aliases = (a.casefold() for a in name.aliases if len(a) > 3)
        return any(re.search(rf"\b{re.escape(a)}\b", low) for a in aliases)


def _grammar(name: Name) -> tuple[str, str, str]:
    return name.article.get("it", ""), name.gender, name.number


def _once(text: str, old: str, new: str) -> str | None:
    """Exchange `old` for `new` where it stands exactly once as a word of its own; else None."""
    pattern = re.compile(rf"(?<![\w.,-]){re.escape(old)}(?![\w-]|[.,]\d)")
    if len(pattern.findall(text)) != 1 or len(re.findall(rf"\b{re.escape(old)}\b", text)) != 1:
        return None
    return pattern.sub(new, text)
