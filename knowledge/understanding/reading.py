"""A question read in one language: its features, names with roles, scope, expected kind. No row is looked at yet."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from .fuzzy import Speller, swapped
from .lexicon import INVERSE, SHORTEST_STEM, Lexicon, longest
from .names import Gazetteer, NameHit
from .words import Token, drop_possessives, figures_and_words

JOINED = ("l", "dell", "all", "nell", "dall", "sull", "del", "un")
"""Italian articles and prepositions that people glue to a name when they leave out the apostrophe."""
VOWELS = "aeiou"
"""An article loses its vowel only before one, so only such words can be glued to it."""
SPEECH = frozenset({"say", "reply", "quote", "remark"})
"""Concepts of speaking: with them it matters who speaks and of whom."""
MOST_GUESSES = 4
"""Misspelt words of one question whose second guess is tried too."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What narrows a question to matches: each field is a hard filter where it is not empty."""

    years: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    seasons: tuple[int, ...] = ()
    scores: tuple[tuple[int, int], ...] = ()
    dates: tuple[tuple[int, int, int], ...] = ()
    minutes: tuple[int, ...] = ()
    numbers: tuple[int, ...] = ()
    years_apart: int = 0

    @property
    def empty(self) -> bool:
        """Whether nothing points at a match."""
        return not (self.years or self.months or self.seasons or self.scores or self.dates or self.years_apart)


@dataclass(frozen=True, slots=True)
class Reading:
    """One question, read. `features` are concepts, stems and figures; `unknown` are words that nothing knows."""

    text: str
    language: str
    tokens: tuple[Token, ...]
    features: tuple[str, ...]
    names: tuple[NameHit, ...]
    scope: Scope
    kinds: frozenset[str]
    yes_no: bool
    unknown: tuple[str, ...]
    pronouns: frozenset[str]
    connector: bool
    subject: frozenset[str]
    opponent: frozenset[str]
    speakers: frozenset[str]
    words: frozenset[str]
    surfaces: tuple[tuple[str, str], ...]
    guessed: tuple[tuple[str, str], ...]

    @property
    def ids(self) -> frozenset[str]:
        """Every id that a name of the question may mean."""
        return frozenset(i for hit in self.names for i in hit.ids)


class Reader:
    """Reads questions of one language against the names and words of a fact base."""

    def __init__(
        self, words: Lexicon, other: Lexicon, gazetteer: Gazetteer, seen: frozenset[str],
        strangers: frozenset[str] = frozenset(),
    ) -> None:
        self._lex = words
        self._names = gazetteer
        self._known = words.known | gazetteer.words | seen | frozenset(w for w in other.concepts) | strangers
        self._swapped_names = {"".join(sorted(w)): w for w in sorted(gazetteer.first_words) if len(w) >= 4}
        self._empty = frozenset(words.roles) | words.syntax["which_of"]
        self._speller = Speller((words.known | seen) - words.shorthand.keys(), gazetteer.words, words.concepts)
        self._known_stems = frozenset(words.raw_stem(w) for w in words.known | seen if len(w) > 3)

    def alternatives(self, reading: Reading) -> list[Reading]:
        """Return other readings of a text with misspelt words: each takes the second guess for one of them."""
        found = []
        for typed, meant in reading.guessed[:MOST_GUESSES]:
            for word, _ in self._speller.candidates(typed):
                if word != meant:
                    found.append(self.read(reading.text, instead={typed: word}))
                    break
        covered = {i for hit in reading.names for i in range(hit.first, hit.last)}
        for at, token in enumerate(reading.tokens):
            if token.kind == "word" and at not in covered and len(token.text) >= 4:
                name = self._swapped_names.get("".join(sorted(token.text)))
                if name and name != token.text and swapped(name, token.text):
                    found.append(self.read(reading.text, instead={token.text: name}))
        return found[:MOST_GUESSES]

    def read(self, text: str, *, mend: bool = True, instead: Mapping[str, str] | None = None) -> Reading:
        """Read `text`; with `mend`, unknown words are corrected towards known ones, or as `instead` says."""
        text = unicodedata.normalize("NFC", text)
        tokens = drop_possessives(list(figures_and_words(text)), text)
        tokens = self._expand(tokens)
        guessed: list[tuple[str, str]] = []
        if mend:
            tokens = self._mend(tokens, guessed, instead or {})
        tokens = join_figures(tokens, self._lex)
        hits = self._with_roles(self._not_words(self._names.find(tokens), tokens), tokens)
        covered = {i for hit in hits for i in range(hit.first, hit.last)}
        features, kinds, unknown, surfaces = self._meaning(tokens, covered)
        words = frozenset(token.text for token in tokens)
        syntax = self._lex.syntax
        first = tokens[0].text if tokens else ""
        yes_no = kinds[:1] == ["yes_no"] or bool(words & syntax["tag"]) or (not kinds and self._polar_by_form(text, tokens))
        asked = frozenset(kinds[:1]) - {"yes_no"}
        if not asked and not yes_no and SPEECH & set(features) and words & syntax["which_of"]:
            asked = frozenset({"statement"})
        clubs = self._names.clubs
        return Reading(
            text=text, language=self._lex.language, tokens=tuple(tokens), features=tuple(features), names=tuple(hits),
            scope=scope_of(tokens, self._lex), kinds=asked, yes_no=yes_no,
            unknown=tuple(unknown), pronouns=words & syntax["pronoun"], connector=first in syntax["connector"] or " ".join(t.text for t in tokens[:2]) in syntax["connector_phrases"],
            subject=frozenset(i for h in hits if h.role == "subject" for i in clubs(h.ids)),
            opponent=frozenset(i for h in hits if h.role == "opponent" for i in clubs(h.ids)),
            speakers=self._speakers(features, hits, tokens), words=words, surfaces=tuple(surfaces), guessed=tuple(guessed),
        )

    def _not_words(self, hits: Sequence[NameHit], tokens: Sequence[Token]) -> list[NameHit]:
        """Drop a name that a longer phrase swallows: the "sporting director" is not the club."""
        texts = [token.text for token in tokens]
        kept = []
        for hit in hits:
            phrase = longest(self._lex.concepts, texts, hit.first)
            if not phrase or phrase[0] <= hit.last - hit.first or phrase[1].startswith("_"):
                kept.append(hit)
        return kept

    def _polar_by_form(self, text: str, tokens: Sequence[Token]) -> bool:
        """Whether an Italian text without a question word asks yes or no: a finite verb or a question mark shows it."""
        if self._lex.language != "it":
            return False
        syntax = self._lex.syntax
        texts = [token.text for token in tokens]
        if set(texts[:2]) & syntax["wh"] or set(texts) & (syntax["wh"] - {"che", "come", "cui"}):
            return False
        return "?" in text or "è" in text.lower() or bool(set(texts) & syntax["finite"])

    def _expand(self, tokens: Sequence[Token]) -> list[Token]:
        """Replace shorthand by what it stands for."""
        expanded: list[Token] = []
        for token in tokens:
            meant = self._lex.shorthand.get(token.text) if token.kind == "word" else None
            if meant is None or token.joined:
                expanded.append(token)
            else:
                expanded += [replace(token, text=word) for word in meant]
        return expanded

    def _mend(
        self, tokens: Sequence[Token], guessed: list[tuple[str, str]], instead: Mapping[str, str]
    ) -> list[Token]:
        mended: list[Token] = []
        for token in tokens:
            if token.text in instead:
                guessed.append((token.text, instead[token.text]))
                mended.append(replace(token, text=instead[token.text]))
                continue
            if token.kind != "word" or token.joined or token.text in self._known or self._inflected(token.text):
                mended.append(token)
                continue
            glued = self._unglue(token)
            if glued:
                guessed.append((token.text, glued[-1].text))
                mended += glued
                continue
            found = self._speller.candidates(token.text)
            if found:
                guessed.append((token.text, found[0][0]))
                mended.append(replace(token, text=found[0][0]))
            else:
                mended.append(token)
        return mended

    def _inflected(self, word: str) -> bool:
        """Whether `word` is another form of a known word: Italian verbs have dozens."""
        stem = self._lex.raw_stem(word)
        return len(stem) >= SHORTEST_STEM - 1 and stem != word and stem in self._known_stems

    def _unglue(self, token: Token) -> list[Token]:
        """Split `latalanta` into l' and atalanta, `dellautore` into dell' and autore; near names count too."""
        if self._lex.language != "it":
            return []
        for glue in sorted(JOINED, key=len, reverse=True):
            rest = token.text[len(glue) :]
            if not token.text.startswith(glue) or len(rest) < 4:
                continue
            if rest in self._names.first_words or (rest in self._lex.concepts and rest[0] in VOWELS):
                return [replace(token, text=glue, joined=True), replace(token, text=rest)]
            found = self._speller.candidates(rest) if len(rest) > 4 and rest[0] in VOWELS else []
            direct = self._speller.candidates(token.text)
            good = found and found[0][0][0] in VOWELS and not (direct and direct[0][1] <= found[0][1])
            if good and (found[0][0] in self._names.first_words or found[0][0] in self._lex.concepts):
                return [replace(token, text=glue, joined=True), replace(token, text=found[0][0])]
        return []

    def _meaning(
        self, tokens: Sequence[Token], covered: set[int]
    ) -> tuple[list[str], list[str], list[str], list[tuple[str, str]]]:
        """Return the features, the kinds asked for in their order, the words nothing knows, each feature's surface."""
        lex = self._lex
        texts = ["" if i in covered else token.text for i, token in enumerate(tokens)]
        features: list[str] = []
        surfaces: list[tuple[str, str]] = []
        kinds: list[str] = []
        unknown: list[str] = []
        at = 0
        while at < len(tokens):
            token, text = tokens[at], texts[at]
            if not text:
                at += 1
                continue
            if token.kind != "word":
                spelled = longest(lex.concepts, texts, at)
                if spelled and spelled[0] > 1:
                    features.append(spelled[1])
                    surfaces.append((spelled[1], " ".join(texts[at : at + spelled[0]])))
                    at += spelled[0]
                    continue
                feature = "" if text in lex.syntax["one"] else figure_feature(token)
                if feature:
                    features.append(feature)
                    surfaces.append((feature, token.text))
                at += 1
                continue
            question = longest(lex.questions, texts, at)
            concept = longest(lex.concepts, texts, at)
            if question and (not concept or question[0] >= concept[0]):
                if question[1] != "yes_no" or not any(t in lex.syntax["wh"] for t in texts[:at]):
                    kinds.append(question[1])
                if concept and concept[0] == question[0] and concept[1][0] not in f"_{INVERSE}":
                    features.append(concept[1])
                    surfaces.append((concept[1], text))
                elif question[0] > 1:
                    self._inner(texts[at : at + question[0]], features, surfaces)
                at += question[0]
                continue
            if concept and not concept[1].startswith("_"):
                meaning = concept[1].removeprefix(INVERSE)
                features += [meaning, INVERSE] if meaning != concept[1] else [meaning]
                surfaces.append((meaning, " ".join(texts[at : at + concept[0]])))
                at += concept[0]
                continue
            if concept:
                at += concept[0]
                continue
            if text not in lex.fillers and text not in lex.months and text not in self._empty and len(text) > 1 and not token.joined:
                feature = lex.stem(text)
                features.append(feature)
                surfaces.append((feature, text))
                if text not in self._known:
                    unknown.append(text)
            at += 1
        return list(dict.fromkeys(features)), self._main_kinds(kinds, tokens), unknown, surfaces

    def _main_kinds(self, kinds: list[str], tokens: Sequence[Token]) -> list[str]:
        """Put the main clause's kind first: "do you know who" asks who; "which ... defender" asks for a person."""
        syntax = self._lex.syntax
        texts = [token.text for token in tokens]
        if kinds[:1] == ["yes_no"] and texts[1:2] == ["you"] and len(kinds) > 1:
            kinds = [k for k in kinds if k != "yes_no"]
        if kinds[:1] == ["yes_no"] and len(kinds) > 1 and not set(texts[:2]) & syntax["yes_no"]:
            kinds = [k for k in kinds if k != "yes_no"]
        for at, text in enumerate(texts):
            if text in syntax["which_of"] and not kinds[:1] == ["yes_no"]:
                for word in texts[at + 1 : at + 5]:
                    if word in syntax["yes_no"] or word in syntax["pronoun"]:
                        break
                    kind = self._lex.noun_kinds.get(word)
                    if kind:
                        return [kind, *kinds]
                break
        return kinds

    def _speakers(self, features: Sequence[str], hits: Sequence[NameHit], tokens: Sequence[Token]) -> frozenset[str]:
        """Return who is asked to have said something: people not behind "about", "on", "su", "di"."""
        if not SPEECH & set(features):
            return frozenset()
        objects = self._lex.syntax["object"]
        found = [
            self._names.people(h.ids) for h in hits if not (h.first and tokens[h.first - 1].text in objects)
        ]
        return frozenset(i for people in found for i in people)

    def _inner(self, texts: Sequence[str], features: list[str], surfaces: list[tuple[str, str]]) -> None:
        """Keep the concepts inside a question phrase: "what minute" also says minute."""
        for at in range(len(texts)):
            concept = longest(self._lex.concepts, texts, at)
            if concept and not concept[1].startswith("_"):
                features.append(concept[1])
                surfaces.append((concept[1], texts[at]))

    def _with_roles(self, hits: list[NameHit], tokens: Sequence[Token]) -> list[NameHit]:
        """Tell subject from opponent by the word before a team; two teams side by side are a fixture."""
        placed: list[NameHit] = []
        for i, hit in enumerate(hits):
            if not self._names.clubs(hit.ids):
                placed.append(hit)
                continue
            role = self._role_before(tokens, hit.first)
            following = hits[i + 1] if i + 1 < len(hits) else None
            if following and self._names.clubs(following.ids) and self._side_by_side(tokens, hit, following):
                role = role if role == "subject" and following.first - hit.last == 1 else "fixture"
            previous = placed[-1] if placed else None
            if previous and previous.role == "fixture" and self._side_by_side(tokens, previous, hit):
                role = "fixture"
            placed.append(replace(hit, role=role or "subject"))
        return self._second_subject(placed)

    def _second_subject(self, hits: list[NameHit]) -> list[NameHit]:
        """Where two different teams would both be subject, the later is the opponent."""
        seen: frozenset[str] | None = None
        result = []
        for hit in hits:
            if hit.role == "subject":
                if seen is not None and not hit.ids & seen:
                    hit = replace(hit, role="opponent")
                seen = seen or hit.ids
            result.append(hit)
        return result

    def _role_before(self, tokens: Sequence[Token], first: int) -> str:
        for back in (1, 2):
            at = first - back
            if at < 0:
                return ""
            role = self._lex.roles.get(tokens[at].text)
            if role:
                return role
            if tokens[at].text not in self._lex.fillers:
                return ""
        return ""

    def _side_by_side(self, tokens: Sequence[Token], one: NameHit, other: NameHit) -> bool:
        between = [token.text for token in tokens[one.last : other.first]]
        return not between or (len(between) == 1 and between[0] in ("v", "vs", "versus", "and", "e"))


def figure_feature(token: Token) -> str:
    """Return the feature of a figure: years, seasons and scores are scope and give none."""
    if token.kind in ("number", "minute"):
        return f"#{token.value}"
    if token.kind == "formation":
        return f"formation:{token.value}"
    return ""


def join_figures(tokens: Sequence[Token], lex: Lexicon) -> list[Token]:
    """Turn number words, spoken scores, years after months and minutes of a half into figures."""
    syntax = lex.syntax
    out: list[Token] = []
    for token in tokens:
        if token.kind == "word" and token.text in lex.numbers and not token.joined:
            token = replace(token, kind="number", value=lex.numbers[token.text])
        out.append(token)
    tokens, out = out, []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        nxt = tokens[at + 1] if at + 1 < len(tokens) else None
        third = tokens[at + 2] if at + 2 < len(tokens) else None
        spoken = _spoken_score(token, nxt, third, syntax["nil"], syntax["to"], syntax["each"])
        if spoken:
            out.append(replace(token, text="-".join(map(str, spoken[0])), kind="score", value=spoken[0]))
            at += spoken[1]
            continue
        previous = out[-1] if out else None
        if token.kind == "number" and isinstance(token.value, int):
            number = token.value
            if previous and previous.text in lex.months and 0 <= number < 100 and len(token.text) == 2 and token.text.isdigit():
                token = replace(token, kind="year", value=2000 + number)
            elif previous and previous.text in syntax["year_before"] and len(token.text) == 2 and 10 <= number <= 40:
                token = replace(token, kind="year", value=2000 + number)
            elif (nxt and nxt.text in syntax["minute"]) or (previous and previous.text in syntax["minute"]):
                token = replace(token, kind="minute")
        if token.kind in ("number", "minute") and isinstance(token.value, int) and 0 < token.value <= 50:
            span = _second_half_after(tokens, at, lex)
            if span and (token.kind == "minute" or (previous and previous.text in ("al", "all", "del", "at"))):
                token = replace(token, kind="minute", value=token.value + 45)
        out.append(token)
        at += 1
    return out


def _spoken_score(
    token: Token, nxt: Token | None, third: Token | None, nil: frozenset[str], to: frozenset[str], each: frozenset[str]
) -> tuple[tuple[int, int], int] | None:
    """Read "2 a 1", "two to one", "one nil" as a score; return it and how many tokens it took."""

    def goals(t: Token | None) -> int | None:
        if t is None:
            return None
        if t.text in nil:
            return 0
        return t.value if t.kind == "number" and isinstance(t.value, int) and t.value <= 12 else None

    one = goals(token)
    if one is None or token.text in nil:
        return None
    if nxt and nxt.text in to and goals(third) is not None:
        return (one, goals(third) or 0), 3
    if nxt and nxt.text in nil:
        return (one, 0), 2
    if nxt and nxt.text in each:
        return (one, one), 2
    return None


def _second_half_after(tokens: Sequence[Token], at: int, lex: Lexicon) -> bool:
    following = [t.text for t in tokens[at + 1 : at + 6]]
    if lex.language == "it":
        return "ripresa" in following[:4] or ("secondo" in following[:4] and "tempo" in following[:5])
    return "second" in following and "half" in following


def scope_of(tokens: Sequence[Token], lex: Lexicon) -> Scope:
    """Collect what narrows the question to matches, and its figures."""
    years: list[int] = []
    months: list[int] = []
    seasons: list[int] = []
    scores: list[tuple[int, ...]] = []
    dates: list[tuple[int, ...]] = []
    minutes: list[int] = []
    numbers: list[int] = []
    apart = 0
    for at, token in enumerate(tokens):
        value = token.value
        if token.kind == "year" and isinstance(value, int):
            years.append(value)
        elif token.kind == "season" and isinstance(value, int):
            seasons.append(value)
        elif token.kind in ("score", "date") and isinstance(value, tuple):
            (scores if token.kind == "score" else dates).append(value)
        elif token.kind == "minute" and isinstance(value, int):
            minutes.append(value)
        elif token.kind == "number" and isinstance(value, int):
            numbers.append(value)
            after = [t.text for t in tokens[at + 1 : at + 4]]
            if after and after[0] in lex.syntax["years"] and len(after) > 1:
                apart = -value if after[1] in lex.syntax["before"] else value if after[1] in lex.syntax["after"] else apart
        elif token.text in lex.months and token.text != "may":
            months.append(lex.months[token.text])
    return Scope(
        tuple(years), tuple(dict.fromkeys(months)), tuple(seasons), tuple(s for s in scores if len(s) == 2),
        tuple(d for d in dates if len(d) == 3), tuple(minutes), tuple(numbers), apart,
    )
