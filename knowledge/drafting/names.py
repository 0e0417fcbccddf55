"""The names in a text: known ones by the gazetteer, others by their capitals and what stands around them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from knowledge.drafting.fixtures import Fixture
from knowledge.drafting.gazetteer import Entry, Gazetteer
from knowledge.drafting.reading import fold, tokens
from knowledge.drafting.records import Mention, Sentence, Token
from knowledge.drafting.vocabulary import Vocabulary, around, shared_words

_JOIN = re.compile(r"[ \-‑]|\. |[’'](?=[^\W\d_]{2})")
_NEW_SENTENCE = re.compile(r"[.!?:“\"«‘(–—;•|]\s*$|['’]\s*$|-\s*$")

_LISTED = re.compile(r" ?\(?\d|[’']s ")


@dataclass(slots=True)
class Scan:
    """What a scan found: mentions by sentence, and the spots of capitalised runs not yet told apart ("o")."""

    mentions: dict[int, list[Mention]] = field(default_factory=dict)
    clubs: dict[str, str] = field(default_factory=dict)
    ambiguous: dict[str, tuple[str, ...]] = field(default_factory=dict)


def scan(sentences: list[Sentence], vocab: Vocabulary, gazetteer: Gazetteer, fixtures: list[Fixture]) -> Scan:
    """Return the mentions of each sentence. A key of "a|b" is a nickname of several clubs."""
    found = Scan()
    words = {s.index: tokens(s.text, s.start) for s in sentences}
    found.clubs = _fixture_clubs(fixtures, gazetteer, vocab)
    lower = {fold(t.text) for ts in words.values() for t in ts if t.text[0].islower()}
    capital = _capitals_inside(sentences, words)
    runs: dict[int, list[tuple[int, int]]] = {}
    for sentence in sentences:
        row, taken = _known(sentence, words[sentence.index], gazetteer, found, vocab)
        found.mentions[sentence.index] = row
        if not sentence.title and not sentence.text.isupper():
            runs[sentence.index] = _runs(sentence, words[sentence.index], taken, vocab, lower, capital)
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
    return found


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
            if known and _suffix(parts, known.last) == len(parts) - 1:
                continue
            low = [fold(p.text) for p in parts]
            if (low[0] in vocab.words["starters"] and len(low) < 2) or low[0] in vocab.words["months"]:
                continue
            clubs[" ".join(low)] = name
    return clubs


def _capitals_inside(sentences: list[Sentence], words: dict[int, list[Token]]) -> set[str]:
    """Return folded words that stand with a capital where no sentence begins."""
    inside: set[str] = set()
    for sentence in sentences:
        if sentence.title or sentence.text.isupper():
            continue
        for before, token in zip(words[sentence.index], words[sentence.index][1:], strict=False):
            gap = sentence.text[before.end - sentence.start : token.start - sentence.start]
            if token.text[0].isupper() and not re.search(r"[.!?:“”\"«‘(–—]", gap):
                inside.add(fold(token.text))
    return inside


def _known(
    sentence: Sentence, words: list[Token], gazetteer: Gazetteer, found: Scan, vocab: Vocabulary
) -> tuple[list[Mention], set[int]]:
    """Return the mentions of known names in a sentence and the tokens they take."""
    row: list[Mention] = []
    taken: set[int] = set()
    at = 0
    while at < len(words):
        spot = _new_club(words, at, found)
        if spot is None:
            match = gazetteer.find(words, at, sentence.text, sentence.start)
            if (
                match is None
                or _is_person(sentence, words, match.first, match.last, match.nick, vocab)
                or (match.nick and _ends_a_club(sentence, words, at, match.last, vocab))
                or (match.nick and _is_surname(sentence, words, at, match.last, vocab))
            ):
                at += 1
                continue
            last = _suffix(words, match.last) if match.entries[0].kind in ("club", "nation") else match.last
            key = "|".join(dict.fromkeys(e.id for e in match.entries))
            kind = _kind(match.entries[0], sentence, words, at, last, vocab)
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


def _is_person(
    sentence: Sentence, words: list[Token], first: int, last: int, nick: bool, vocab: Vocabulary
) -> bool:
    """Whether a known name is here part of a person's ("Jordan Pickford", "David Villa")."""
    if first != last or nick:
        return False
    word = fold(words[first].text)
    suffixes = shared_words()["team_suffixes"]
    after = words[last + 1] if last + 1 < len(words) else None
    if (
        word in shared_words()["also_people"]
        and after
        and after.text[0].isupper()
        and after.start - words[last].end == 1
    ):
        joined = sentence.text[words[last].end - sentence.start] == " "
        if joined and after.text not in suffixes and not sentence.title and not after.text.isupper():
            return True
    if first == 0:
        return False
    before = words[first - 1]
    close = sentence.text[before.end - sentence.start : words[first].start - sentence.start] == " "
    low = fold(before.text)
    named = before.text[0].isupper() and len(before.text) > 2 and not before.text.isupper()
    if not close or not named or sentence.title or before.text in suffixes | shared_words()["club_words"]:
        return False
    plain = any(
        low in vocab.words[w] for w in ("starters", "roles", "capitals", "coach_words", "days", "months")
    )
    return (
        not plain
        and before.text not in shared_words()["never_people"]
        and (first > 1 or word in shared_words()["also_people"])
    )


def _is_surname(sentence: Sentence, words: list[Token], first: int, last: int, vocab: Vocabulary) -> bool:
    """Whether a nickname such as "romagnoli" stands in Italian with a capital and no article: a surname."""
    if vocab.language != "it" or first != last or not words[first].text.istitle() or sentence.title:
        return False
    before = sentence.text[: words[first].start - sentence.start]
    return bool(before.strip()) and not _PLURAL_ARTICLE.search(before) and not _NEW_SENTENCE.search(before)


def _ends_a_club(sentence: Sentence, words: list[Token], first: int, last: int, vocab: Vocabulary) -> bool:
    """Whether "City" or the like ends the name of a club that is not known ("Worcester City")."""
    if first == 0 or first != last or words[first].text not in shared_words()["club_words"]:
        return False
    before, low = words[first - 1], fold(words[first - 1].text)
    plain = any(
        low in vocab.words[w] for w in ("starters", "roles", "capitals", "coach_words", "days", "months")
    )
    gap = sentence.text[before.end - sentence.start : words[first].start - sentence.start]
    return gap == " " and before.text.istitle() and len(before.text) > 2 and not plain and not sentence.title


_PLURAL_ARTICLE = re.compile(
    r"(?:\b(?:i|gli|le|il|lo|la|a[il]|agli|all[aoe]|(?:d[ae]|ne|su)(?:i|l|gli|ll[aoe])|co[il]|ex|neo)\s|[’'])$",
    re.IGNORECASE,
)


def _suffix(words: list[Token], last: int) -> int:
    """Return the token a team's name ends with, "Women" and "U21" included."""
    suffixes = shared_words()["team_suffixes"]
    while last + 1 < len(words) and words[last + 1].start - words[last].end <= 1:
        one = words[last + 1].text
        two = f"{one}-{words[last + 2].text}" if last + 2 < len(words) else ""
        if one in suffixes and len(one) > 1:
            last += 1
        elif (
            two in suffixes
            or two.replace("-", " ") in suffixes
            or (one in ("U", "Under") and last + 2 < len(words) and words[last + 2].text.isdigit())
        ):
            last += 2
        else:
            break
    return last


def _kind(entry: Entry, sentence: Sentence, words: list[Token], at: int, last: int, vocab: Vocabulary) -> str:
    """Return the letter of a mention; a club's name that stands for its town is a venue."""
    if entry.kind == "stadium":
        return "v"
    if entry.kind == "competition":
        return "c"
    before = sentence.text[
        max(0, words[at].start - sentence.start - 12) : words[at].start - sentence.start
    ].lower()
    if vocab.language == "it":
        if (
            re.search(r"(?:^|[\s,])(?:a|ad|in|di fronte a)\s$", before)
            and entry.kind == "club"
            and entry.home
        ):
            return "v" if fold(entry.home) == fold(words[at].text) else "t"
        if (
            entry.kind == "club"
            and re.search(r"(?:^|\s)di\s$", before)
            and fold(entry.home) == fold(words[at].text)
        ):
            return "n"
        if entry.kind == "nation" and re.search(r"(?:^|\s)in\s$", before):
            return "n"
    elif entry.kind == "nation":
        following = words[last + 1].text.lower() if last + 1 < len(words) else ""
        if (
            re.search(r"(?:^|\s)in\s$", before)
            or following in vocab.words["roles"]
            or following in shared_words()["capped"]
        ):
            return "n"
    return "t"


def _runs(
    sentence: Sentence,
    words: list[Token],
    taken: set[int],
    vocab: Vocabulary,
    lower: set[str],
    capital: set[str],
) -> list[tuple[int, int]]:
    """Return the runs of capitalised words of a sentence that may be names, as first and last token."""
    spans: list[tuple[int, int]] = []
    at = 0
    while at < len(words):
        if at in taken or not _opens(sentence, words, at, vocab, lower, capital, taken):
            at += 1
            continue
        last = at
        while (step := _next(sentence, words, last, taken)) is not None:
            last = step
        first = at
        if at > 0 and at - 1 not in taken and words[at - 1].text in shared_words()["particles"]:
            gap = words[at].start - words[at - 1].end
            first = at - 1 if gap == 1 and words[at - 1].text not in ("da", "do", "al", "le", "el") else at
        spans.append((first, last))
        at = last + 1
    return spans


def _next(sentence: Sentence, words: list[Token], last: int, taken: set[int]) -> int | None:
    """Return the next token of the name that goes on after `last`, or None."""
    if last + 1 >= len(words) or last + 1 in taken:
        return None
    gap = sentence.text[words[last].end - sentence.start : words[last + 1].start - sentence.start]
    following = words[last + 1].text
    if gap == ". " and len(words[last].text) > 2:
        return None
    if not _JOIN.fullmatch(gap) and gap not in ("’", "'"):
        return None
    if gap in ("’", "'"):
        return (
            last + 1
            if words[last].text in shared_words()["apostrophe_names"] and following[0].isupper()
            else None
        )
    if (
        following[0].isupper()
        and following.lower() in shared_words()["elided"]
        and sentence.text[words[last + 1].end - sentence.start :][:1] in ("’", "'")
    ):
        return last + 1 if following in shared_words()["apostrophe_names"] else None
    if following[0].isupper():
        return last + 1 if following != words[last].text else None
    beyond = last + 2
    if (
        gap == " "
        and following in shared_words()["particles"]
        and beyond < len(words)
        and beyond not in taken
    ):
        near = words[beyond].start - words[last + 1].end
        if (
            following in ("van", "de")
            and beyond + 1 < len(words)
            and words[beyond].text in ("der", "den", "la")
        ):
            beyond += 1
        if near == 1 and words[beyond].text[0].isupper() and following not in ("da", "do", "al", "le", "ben"):
            return beyond
    if gap == "-" and following[0].isalpha() and len(following) > 2 and words[last].text[0].isupper():
        return last + 1 if following[0].isupper() else None
    return None


def _opens(
    sentence: Sentence,
    words: list[Token],
    at: int,
    vocab: Vocabulary,
    lower: set[str],
    capital: set[str],
    taken: set[int],
) -> bool:
    """Whether a name may begin at token `at`."""
    token = words[at]
    word, low = token.text, fold(token.text)
    if not word[0].isupper():
        return False
    plain = (
        vocab.words["days"] | vocab.words["months"] | vocab.words["short_months"] | vocab.words["capitals"]
    )
    if low in plain or word.lower() in plain or word in shared_words()["never_people"]:
        return False
    before = sentence.text[: token.start - sentence.start]
    at_start = not before.strip() or bool(re.search(r"[.!?:“\"«‘(–—;•|]\s*$|['’]\s*$|-\s$", before))
    elided = re.search(r"(\w+)[’']$", before)
    if elided and elided.group(1).lower() in shared_words()["elided"] and len(elided.group(1)) > 0:
        at_start = False
    follows = sentence.text[token.end - sentence.start : token.end - sentence.start + 1]
    if len(word) == 1 and not (follows in ".’'" and follows):
        return False
    if word.lower() in shared_words()["elided"] and follows in ("’", "'"):
        return (
            word in ("D", "Dell", "Dall")
            and at + 1 < len(words)
            and words[at + 1].text[0].isupper()
            and at + 1 not in taken
        )
    if (
        word in shared_words()["capital_particles"]
        and (not at_start or re.search(r"[:;,]\s*$", before))
        and at + 1 < len(words)
        and words[at + 1].text[0].isupper()
    ):
        return words[at + 1].start - token.end == 1 and at + 1 not in taken
    if low in vocab.words["starters"] or low in vocab.words["function"]:
        if (
            at_start
            and low in capital
            and low not in vocab.words["function"]
            and _LISTED.match(sentence.text, token.end - sentence.start)
        ):
            return True
        if not at_start:
            return (
                low in vocab.words["starters"]
                and low not in vocab.words["function"]
                and low in capital
                and low not in lower
            )
        return False
    if low in vocab.words["roles"] or low in vocab.words["coach_words"]:
        return False
    following = words[at + 1] if at + 1 < len(words) else None
    if following and following.start - token.end == 1 and following.text[0].islower():
        if (
            vocab.language == "it"
            and at_start
            and low not in capital
            and following.text in shared_words()["of"]
        ):
            return False
        if (
            vocab.language == "en"
            and re.search(r"(?:an|ish|ese|ch|ic)$", low)
            and following.text in (vocab.words["roles"] | shared_words()["capped"])
        ):
            return False
    if at_start and low not in capital:
        return low not in lower and not around(vocab.language, "common_end").search(low)
    return True


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


def count_forms(found: Scan) -> Counter[str]:
    """Return how often each unknown name is written."""
    return Counter(m.text for row in found.mentions.values() for m in row if m.kind == "o")
