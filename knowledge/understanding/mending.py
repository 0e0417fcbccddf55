"""Misspelt words mended: towards names and football words first, never away from a real word."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence

from .fuzzy import LIKELY_SLIP, SHORT, Speller, short_slip, slip_cost, swapped
from .lexicon import SHORTEST_STEM, Lexicon
from .names import Gazetteer
from .spacing import Spacer
from .words import Token, begins_sentence

_DRAWN = re.compile(r"(.)\1{2,}")
JOINED = ("l", "dell", "all", "nell", "dall", "sull", "del", "un")
"""Italian articles and prepositions that people glue to a name when they leave out the apostrophe."""
GLUED = sorted(JOINED, key=len, reverse=True)
"""The same, the longest first."""
ENGLISH_ENDINGS = ("s", "ed", "ing", "ly")
"""Ends of English forms; any other end makes another word: "directer" is a slip for "director"."""
VOWELS = "aeiou"
"""An article loses its vowel only before one, so only such words can be glued to it."""
SHORTEST_NAME = 4
"""Letters up to which no word is taken for a name with its s: "ians" may be anything."""
LONG_NAME = 7
"""Letters from which a name is recognised though the slip looks like another form of a word."""
MOST_GUESSES = 4
"""Misspelt words of one question whose other guesses are tried too, and other ways to mend it that are tried."""


LONG_WORD = 5
"""Letters from which a word with a telling capital may be an ordinary one misspelt: "Penatly"."""


def proper_words(tokens: Sequence[Token], text: str) -> frozenset[str]:
    """Return the words that a capital marks as names: inside a sentence, in a text that does not have them anyway."""
    words = [token for token in tokens if token.kind == "word"]
    inside = [token for token in words if token.capital and not begins_sentence(text, token.start)]
    if not inside or 2 * sum(token.capital for token in words) > len(words):
        return frozenset()
    return frozenset(token.text for token in inside if not text[token.start : token.end].isupper())


class Known:
    """The words of several collections; put together in one set they would take a megabyte in each language."""

    def __init__(self, *words: Container[str], but: Container[str] = ()) -> None:
        """`but` are words that do not count."""
        self._words = words
        self._but = but

    def __contains__(self, word: object) -> bool:
        return word not in self._but and any(word in words for words in self._words)


class Mender:
    """Corrects the words of one language towards what a fact base knows."""

    def __init__(
        self,
        words: Lexicon,
        other: Lexicon,
        gazetteer: Gazetteer,
        seen: frozenset[str],
        strangers: frozenset[str],
        stems: frozenset[str],
    ) -> None:
        self._lex = words
        self._names = gazetteer
        self.known: Container[str] = Known(words.known, gazetteer.words, seen, other.concepts, strangers)
        self._swapped_names = {"".join(sorted(w)): w for w in sorted(gazetteer.first_words) if len(w) >= 4}
        common = words.syntax["finite"] | words.syntax["wh"]
        self._speller = Speller(
            ((words.known - words.everyday) | seen) - words.shorthand.keys(),
            gazetteer.words,
            lambda word: word in common or (word in words.concepts and word not in words.everyday),
        )
        self._known_stems = stems
        joints = words.syntax["joint"]
        self._joints = sorted(joints | words.syntax["wh"])
        proper = Known(words.known, seen, but=words.shorthand)
        self._spacer = Spacer(
            joints,
            proper,
            gazetteer.first_words,
            Known(words.known, gazetteer.words, seen, strangers),
            other.concepts,
            self._whole,
            self._speller.candidates,
        )

    def _whole(self, word: str) -> bool:
        """Whether a word that nobody listed is one word all the same: a form of another, or one behind its article."""
        return self._inflected(word) or bool(
            self._squeezed(word) or self._respelt(word) or self._article(word)
        )

    def spaced(self, tokens: Sequence[Token], text: str, instead: Mapping[str, str]) -> list[Token]:
        """Return `tokens` of `text` with their spaces put right."""
        return self._spacer.mend(tokens, text, instead, proper_words(tokens, text))

    def mend(
        self, tokens: Sequence[Token], text: str, guessed: list[tuple[str, str]], instead: Mapping[str, str]
    ) -> list[Token]:
        """Return `tokens` of `text` with unknown words corrected, or as `instead` says.

        `guessed` collects what was changed. A word with a telling capital is only mended towards a name, or where one
        slip that thumbs often make explains it: "Cooper" is nobody who cooked.
        """
        mended: list[Token] = []
        proper = proper_words(tokens, text)
        for token in tokens:
            if token.text in instead:
                guessed.append((token.text, instead[token.text]))
                mended += [token._replace(text=word) for word in instead[token.text].split()]
                continue
            if token.kind == "word" and self._possessive(token.text):
                mended.append(token._replace(text=token.text[:-1]))
                continue
            if (
                token.kind != "word"
                or token.joined
                or token.text in self.known
                or (self._inflected(token.text) and not self._slip_in_name(token.text))
            ):
                mended.append(token)
                continue
            respelt = self._squeezed(token.text) or self._respelt(token.text)
            if respelt:
                mended.append(token._replace(text=respelt))
                continue
            glued = self._unglue(token)
            if glued:
                guessed.append((token.text, glued[-1].text))
                mended += glued
                continue
            found = self._speller.candidates(token.text)
            if token.text in proper:
                found = [near for near in found if self._name_or_slip(token.text, *near)]
            elif len(token.text) <= SHORT and not found:
                joint = short_slip(token.text, self._joints)
                found = [(joint, 1)] if joint else []
            if found:
                guessed.append((token.text, found[0][0]))
                mended.append(token._replace(text=found[0][0]))
            else:
                mended.append(token)
        return mended

    def _name_or_slip(self, typed: str, word: str, distance: int) -> bool:
        """Whether a word typed like a name is one of ours misspelt, or another word but for a likely slip."""
        if word in self._names.words or word in self._lex.months:
            return True
        if distance > 1 or len(typed) < LONG_WORD or typed[0] != word[0]:
            return False
        return len(word) > len(typed) or slip_cost(typed, word, 1) <= LIKELY_SLIP

    def _possessive(self, word: str) -> bool:
        """Whether an English word is a name with its possessive s, typed without the apostrophe: "liverpools"."""
        return (
            self._lex.language == "en"
            and word.endswith("s")
            and len(word) > SHORTEST_NAME
            and word[:-1] in self._names.first_words
            and word not in self._names.words
            and word not in self._lex.concepts
        )

    def _inflected(self, word: str) -> bool:
        """Whether `word` is another form of a known word: Italian verbs have dozens, English ones few."""
        if self._lex.language == "en" and not word.endswith(ENGLISH_ENDINGS):
            return False
        stem = self._lex.raw_stem(word)
        return len(stem) >= SHORTEST_STEM - 1 and stem != word and stem in self._known_stems

    def _slip_in_name(self, word: str) -> bool:
        """Whether `word` is a long name but for one slip: "atalata" looks like a participle."""
        found = self._speller.candidates(word, names_only=True) if len(word) >= LONG_NAME else []
        return bool(found) and found[0][1] == 1 and len(found[0][0]) >= LONG_NAME

    def _with_lost_letter(self, word: str) -> list[str]:
        """Return the known word of which `word` lacks one letter; one letter for another may be another real word."""
        near = self._speller.candidates(word)
        return [known for known, away in near if away == 1 and len(known) == len(word) + 1][:1]

    def _slip_in_form(self, word: str) -> bool:
        """Whether `word` only looks like a form of a known word: "portire" is no form of "portare"."""
        return word not in self.known and self._inflected(word)

    def _squeezed(self, word: str) -> str:
        """Return the known word of which letters are drawn out ("golll", "rigoreee"), "" where there is none."""
        if not _DRAWN.search(word):
            return ""
        shorter = (_DRAWN.sub(letters, word) for letters in (r"\1", r"\1\1"))
        return next((proper for proper in shorter if proper in self.known or self._inflected(proper)), "")

    def _respelt(self, word: str) -> str:
        """Return the known word that `word` spells as people do on a phone ("kiamava"), "" where there is none."""
        for letters, meant in self._lex.respelt.items():
            if letters in word:
                for proper in (word.replace(letters, other) for other in meant):
                    if proper in self.known or self._inflected(proper):
                        return proper
        return ""

    def _article(self, word: str) -> str:
        """Return the article before a known word that it was glued to without an apostrophe, "" where none is."""
        if self._lex.language != "it":
            return ""
        for glue in GLUED:
            rest = word[len(glue) :]
            known = rest in self._names.first_words or (rest in self._lex.concepts and rest[0] in VOWELS)
            if known and len(rest) >= 4 and word.startswith(glue):
                return glue
        return ""

    def _unglue(self, token: Token) -> list[Token]:
        """Split `latalanta` into l' and atalanta, `dellautore` into dell' and autore; near names count too."""
        if self._lex.language != "it":
            return []
        glue = self._article(token.text)
        if glue:
            return [token._replace(text=glue, joined=True), token._replace(text=token.text[len(glue) :])]
        for glue in GLUED:
            rest = token.text[len(glue) :]
            if not token.text.startswith(glue) or len(rest) < 4:
                continue
            found = self._speller.candidates(rest) if len(rest) > 4 and rest[0] in VOWELS else []
            direct = self._speller.candidates(token.text)
            good = found and found[0][0][0] in VOWELS and not (direct and direct[0][1] <= found[0][1])
            if good and (found[0][0] in self._names.first_words or found[0][0] in self._lex.concepts):
                return [token._replace(text=glue, joined=True), token._replace(text=found[0][0])]
        return []

    def others(
        self, tokens: Sequence[Token], covered: set[int], guessed: Sequence[tuple[str, str]]
    ) -> list[dict[str, str]]:
        """Return other ways to mend a text, one word differently each: second guesses, names with swapped letters.

        `covered` are the places of tokens that are names already.
        """
        found: list[dict[str, str]] = []
        third: list[dict[str, str]] = []
        for typed, meant in guessed[:MOST_GUESSES]:
            others = [{typed: word} for word, _ in self._speller.candidates(typed) if word != meant]
            found += others[:1]
            third += others[1:]
        for at, token in enumerate(tokens):
            if token.kind == "word" and at not in covered and len(token.text) >= 4:
                if self._slip_in_form(token.text):
                    found += [{token.text: word} for word in self._with_lost_letter(token.text)]
                name = self._swapped_names.get("".join(sorted(token.text)))
                if name and name != token.text and swapped(name, token.text):
                    found.append({token.text: name})
        return [*found, *third][:MOST_GUESSES]
