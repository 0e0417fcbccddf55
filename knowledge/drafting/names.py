"""The names in a text: known ones by the gazetteer, others by their capitals and what stands around them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from knowledge.drafting.capitals import capital_runs
from knowledge.drafting.fixtures import Fixture
from knowledge.drafting.gazetteer import Gazetteer
from knowledge.drafting.name_context import (
    ends_a_club,
    is_no_club,
    is_no_ground,
    is_person,
    is_place,
    is_surname,
    kind_of,
    suffix,
)
from knowledge.drafting.name_sense import bare_surnames, settle_senses, settle_surnames
from knowledge.drafting.reading import fold, tokens
from knowledge.drafting.records import Mention, Sentence, Token
from knowledge.drafting.vocabulary import Vocabulary, shared_words


@dataclass(slots=True)
class Scan:
    """What a scan found: mentions by sentence, and the spots of capitalised runs not yet told apart ("o")."""

    mentions: dict[int, list[Mention]] = field(default_factory=dict)
    clubs: dict[str, str] = field(default_factory=dict)
    ambiguous: dict[str, tuple[str, ...]] = field(default_factory=dict)
    alone: Counter[str] = field(default_factory=Counter)


def scan(sentences: list[Sentence], vocab: Vocabulary, gazetteer: Gazetteer, fixtures: list[Fixture]) -> Scan:
    """Return the mentions of each sentence. A key of "a|b" is a nickname of several clubs."""
    found = Scan()
    words = {s.index: tokens(s.text, s.start) for s in sentences}
    found.clubs = _fixture_clubs(fixtures, gazetteer, vocab)
    found.alone = _alone(sentences, words) if vocab.language == "en" else Counter()
    lower = {fold(t.text) for ts in words.values() for t in ts if t.text[0].islower()}
    capital = _capitals_inside(sentences, words)
    unjoined = _unjoined(sentences, words)
    runs: dict[int, list[tuple[int, int]]] = {}
    for sentence in sentences:
        row, taken = _known(sentence, words[sentence.index], gazetteer, found, vocab)
        end = dateline(sentence)
        row = [m for m in row if m.start >= end]
        taken |= {i for i, t in enumerate(words[sentence.index]) if t.start < end}
        found.mentions[sentence.index] = row
        if not sentence.title and not sentence.text.isupper():
            runs[sentence.index] = capital_runs(
                sentence, words[sentence.index], taken, vocab, lower, capital, unjoined
            )
    names: set[str] = set()
    for index, spans in runs.items():
        for start, end in spans:
            _add(found, sentences, index, words[index], start, end)
            names.update(fold(t.text) for t in words[index][start : end + 1] if t.text[0].isupper())
    for sentence in sentences:
        if sentence.index not in runs:
            _title_runs(found, sentences, sentence, words[sentence.index], names, vocab)
    for row in found.mentions.values():
        row.sort(key=lambda m: m.start)
    settle_senses(found.mentions, found.clubs, sentences, gazetteer, vocab)
    settle_surnames(
        found.mentions, bare_surnames(found.mentions, sentences) if vocab.language == "it" else set()
    )
    return found


_DATELINE = re.compile(
    r"(?:[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){0,3})(?:, [A-Z][A-Za-z. ]{1,24}| \([A-Z][A-Za-z ]+\)){0,2}"
    r"(?:,? (?:\d{1,2} )?[A-Z][a-z]{2,8}\.?(?: \d{1,2})?(?:,? \d{4})?)?,? "
    r"\((?:[A-Z][A-Za-z]*/?(?:[ -][A-Z][A-Za-z]+)?)\)\s?(?:[–—:-]{1,2}\s|(?=[A-Z]))"
)
_SHOUTED_TOWN = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]{2,}(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’-]+){0,2}(?:, [A-Z][A-Za-z. ]{1,24}?(?: \d{1,2})?){0,2}"
    r"\s?(?:[–—:]|--?)\s(?=[A-Z“\"'‘])"
)
_LEAST = 90
"""Letters of a sentence that a town in capitals may open without being a headline or a line-up."""


def dateline(sentence: Sentence) -> int:
    """Return where the dateline ends that opens a sentence ("MILAN, Italy, Oct 13 (Reuters) -"), its start if none."""
    if sentence.index > 8:
        return sentence.start
    told = _DATELINE.match(sentence.text)
    if told is None and len(sentence.text) >= _LEAST:
        told = _SHOUTED_TOWN.match(sentence.text)
        rest = sentence.text[told.end() : told.end() + 80] if told else ""
        told = None if len(re.findall("[,;]", rest)) > 3 else told
    return sentence.start + told.end() if told else sentence.start


def _fixture_clubs(fixtures: list[Fixture], gazetteer: Gazetteer, vocab: Vocabulary) -> dict[str, str]:
    """Return clubs that only a fixture line tells of: folded words joined by a space -> name as written."""
    clubs: dict[str, str] = {}
    for fixture in fixtures:
        if fixture.goals is None and not fixture.strict:
            continue
        for name in (fixture.home, fixture.away):
            parts = tokens(name)
            while parts and parts[-1].text in shared_words()["never_people"]:
                parts.pop()
            if not parts or len(parts) > 5 or all(p.text.isdigit() for p in parts):
                continue
            known = gazetteer.find(parts, 0)
            if known and known.entries[0].kind != "place" and suffix(parts, known.last) == len(parts) - 1:
                continue
            low = [fold(p.text) for p in parts]
            if shared_words()["never_clubs"] & {parts[0].text, parts[-1].text}:
                continue
            if (low[0] in vocab.words["starters"] and len(low) < 2) or low[0] in vocab.words["months"]:
                continue
            clubs[" ".join(low)] = name
    return clubs


def _alone(sentences: list[Sentence], words: dict[int, list[Token]]) -> Counter[str]:
    """Return how often each folded word with a capital stands between words without one."""
    counts: Counter[str] = Counter()
    for sentence in sentences:
        row = words[sentence.index] if not sentence.title else []
        for i, token in enumerate(row):
            near = [row[i - 1]] if i else []
            near += row[i + 1 : i + 2]
            if token.text[0].isupper() and not any(t.text[0].isupper() for t in near):
                counts[fold(token.text)] += 1
    return counts


ALONE = 3
"""How often a club's name stands alone in a text in which no man is called by it."""


_LISTED = re.compile(r": ?[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?(?: ?\(\d|,|;)")
"""What follows a team whose men are listed: "Leeds: Smith (7), Jones (6)"."""


def _runs_into(sentence: Sentence, words: list[Token], at: int, found: Scan) -> bool:
    """Whether a club's name follows a man's by chance: it often stands alone, or its men are listed behind it."""
    word = fold(words[at].text)
    given = words[at - 1] if at else None
    before = words[at - 2].text if at > 1 else ""
    if given and fold(given.text) in shared_words()["first_names"] and not before[:1].isupper():
        return False
    if _LISTED.match(sentence.text, words[at].end - sentence.start):
        return True
    return found.alone[word] >= ALONE and word not in shared_words()["also_people"]


def _capitals_inside(sentences: list[Sentence], words: dict[int, list[Token]]) -> set[str]:
    """Return folded words that stand with a capital where no sentence begins."""
    inside: set[str] = set()
    for sentence in sentences:
        if sentence.title or sentence.text.isupper():
            continue
        for before, token in zip(words[sentence.index], words[sentence.index][1:], strict=False):
            gap = sentence.text[before.end - sentence.start : token.start - sentence.start]
            if token.text[0].isupper() and not re.search(r"[.!?:“”\"«‘(–—]| - ", gap):
                inside.add(fold(token.text))
    return inside


def _unjoined(sentences: list[Sentence], words: dict[int, list[Token]]) -> frozenset[str]:
    """Return folded words with a capital that no hyphen joins to another, wherever they stand."""
    found = set()
    for sentence in sentences:
        for token in words[sentence.index]:
            start, end = token.start - sentence.start, token.end - sentence.start
            if token.text[0].isupper() and "-" not in (
                sentence.text[max(0, start - 1) : start],
                sentence.text[end : end + 1],
            ):
                found.add(fold(token.text))
    return frozenset(found)


def _known(
    sentence: Sentence, words: list[Token], gazetteer: Gazetteer, found: Scan, vocab: Vocabulary
) -> tuple[list[Mention], set[int]]:
    """Return the mentions of known names in a sentence and the tokens they take."""
    row: list[Mention] = []
    taken: set[int] = set()
    at = 0
    while at < len(words):
        spot = _new_club(words, at, found) or _called_town(words, at, found, gazetteer)
        if spot and spot[0] == at:
            longer = gazetteer.find(words, at, sentence.text, sentence.start)
            spot = None if longer and longer.last > at else spot
        if spot is None:
            match = gazetteer.find(words, at, sentence.text, sentence.start)
            if (
                match is None
                or (
                    match.first - 1 not in taken
                    and is_person(sentence, words, match.first, match.last, match.nick, vocab)
                    and not _runs_into(sentence, words, match.first, found)
                )
                or (match.nick and ends_a_club(sentence, words, at, match.last, vocab))
                or (match.nick and is_surname(sentence, words, at, match, vocab))
                or (match.entries[0].kind == "place" and not is_place(sentence, words, at, match.last))
                or is_no_club(sentence, words, at, match, vocab)
                or is_no_ground(sentence, words, at, match, gazetteer.honoured)
            ):
                at += 1
                continue
            last = suffix(words, match.last) if match.entries[0].kind in ("club", "nation") else match.last
            key = "|".join(dict.fromkeys(e.id for e in match.entries))
            kind = kind_of(match.entries[0], sentence, words, at, last, vocab)
        else:
            last, key, kind = spot[0], spot[1], "t"
        start, end = words[at].start, words[last].end
        row.append(
            Mention(kind, key, start, end, sentence.text[start - sentence.start : end - sentence.start])
        )
        taken.update(range(at, last + 1))
        at = last + 1
    return row, taken


def _new_club(words: list[Token], at: int, found: Scan) -> tuple[int, str] | None:
    if not words[at].text[0].isupper() or not found.clubs:
        return None
    for size in range(min(5, len(words) - at), 0, -1):
        if not all(words[i + 1].start - words[i].end <= 2 for i in range(at, at + size - 1)):
            continue
        name = " ".join(fold(t.text) for t in words[at : at + size])
        if name in found.clubs:
            return at + size - 1, "x:" + name
    if len(words[at].text) > 4:
        for name in found.clubs:
            first = name.split()[0]
            if (
                first == fold(words[at].text)
                and len(name.split()) > 1
                and first not in shared_words()["generic"]
            ):
                return at, "x:" + name
    return None


BARE = ("Town", "County", "Albion", "Wanderers", "Athletic")
"""Second words of clubs that stand for one of them alone in its own town's reports."""


def _called_town(words: list[Token], at: int, found: Scan, gazetteer: Gazetteer) -> tuple[int, str] | None:
    """Return a club called by its second word alone ("Town fell behind"), which is found out later."""
    word = words[at].text
    if word.title() not in BARE or not word[0].isupper() or found.alone[fold(word)] < CALLED:
        return None
    near = [words[i] for i in (at - 1, at + 1) if 0 <= i < len(words)]
    if any(t.text[0].isupper() and _close(t, words[at]) for t in near):
        return None
    return at, "x:" + fold(word)


CALLED = 2
"""How often a second word of clubs must stand alone to be a team by itself."""


def _close(a: Token, b: Token) -> bool:
    """Whether two words stand side by side."""
    first, second = sorted((a, b), key=lambda t: t.start)
    return second.start - first.end == 1


def _add(
    found: Scan, sentences: list[Sentence], index: int, words: list[Token], start: int, end: int
) -> None:
    sentence = sentences[index]
    a, b = words[start].start, words[end].end
    text = sentence.text[a - sentence.start : b - sentence.start]
    found.mentions[index].append(
        Mention("o", fold(text.replace("-", " ").replace(".", "")).strip(), a, b, text)
    )


def _title_runs(
    found: Scan,
    sentences: list[Sentence],
    sentence: Sentence,
    words: list[Token],
    names: set[str],
    vocab: Vocabulary,
) -> None:
    """Add to a headline the names that the body knows."""
    taken = {
        i for i, t in enumerate(words) for m in found.mentions[sentence.index] if m.start <= t.start < m.end
    }
    at = 0
    while at < len(words):
        if (
            at in taken
            or fold(words[at].text) not in names
            or fold(words[at].text) in vocab.words["starters"]
        ):
            at += 1
            continue
        last = at
        while (
            last + 1 < len(words)
            and last + 1 not in taken
            and fold(words[last + 1].text) in names
            and words[last + 1].start - words[last].end == 1
            and fold(words[last + 1].text) not in vocab.words["starters"]
        ):
            last += 1
        _add(found, sentences, sentence.index, words, at, last)
        at = last + 1
