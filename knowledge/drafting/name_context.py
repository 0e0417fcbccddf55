"""What stands round a known name: whether it is a person's, a longer club's, or its town."""

from __future__ import annotations

import re

from knowledge.drafting.gazetteer import Entry, Found
from knowledge.drafting.reading import fold
from knowledge.drafting.records import Sentence, Token
from knowledge.drafting.vocabulary import Vocabulary, shared_words

_NEW_SENTENCE = re.compile(r"[.!?:“\"«‘(–—;•|]\s*$|['’]\s*$|-\s*$")


def is_person(
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
        lead = sentence.text[: words[last].start - sentence.start]
        if vocab.language == "it" and _OF_A_CLUB.search(lead):
            return False
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
    if vocab.language == "en" and first == 1:
        plain = plain or low in vocab.words["common"] or _ADJECTIVE.search(low) is not None
    return (
        not plain
        and before.text not in shared_words()["never_people"]
        and (first > 1 or word in shared_words()["also_people"] or low in shared_words()["first_names"])
    )


_ADJECTIVE = re.compile(r"(?:less|ful|ous|ical|ive|(?:[bpn]|br)ant|ient|ised|ated|ined|[lrnt]ing)$")
"""How an English word ends that says what a club is like ("Rampant Villa") and is no first name."""


def is_surname(sentence: Sentence, words: list[Token], first: int, found: Found, vocab: Vocabulary) -> bool:
    """Whether a nickname such as "romagnoli" stands in Italian with a capital and no article: a surname.

    A people's name ("Spagnoli") needs its article where a sentence begins, too.
    """
    if vocab.language != "it" or first != found.last or not words[first].text.istitle() or sentence.title:
        return False
    before = sentence.text[: words[first].start - sentence.start]
    if found.entries[0].kind == "nation" and found.entries[0].id != "italy":
        return not _PLURAL_ARTICLE.search(before.rstrip('“”«"'))
    return bool(before.strip()) and not _PLURAL_ARTICLE.search(before) and not _NEW_SENTENCE.search(before)


def ends_a_club(sentence: Sentence, words: list[Token], first: int, last: int, vocab: Vocabulary) -> bool:
    """Whether "City" or a nickname ends the name of a club that is not known ("Worcester City", "Dolly Blues")."""
    if first == 0 or first != last:
        return False
    known_end = words[first].text in shared_words()["club_words"]
    article = words[first - 1].text in ("Los", "Las", "Les", "El", "La", "Le", "Die", "The", "I", "Gli")
    if not known_end and (vocab.language != "en" or article or not words[first].text.istitle()):
        return False
    before, low = words[first - 1], fold(words[first - 1].text)
    plain = any(
        low in vocab.words[w] for w in ("starters", "roles", "capitals", "coach_words", "days", "months")
    )
    gap = sentence.text[before.end - sentence.start : words[first].start - sentence.start]
    return gap == " " and before.text.istitle() and len(before.text) > 2 and not plain and not sentence.title


def is_place(sentence: Sentence, words: list[Token], first: int, last: int) -> bool:
    """Whether a town's name stands after a preposition of place and is no part of a longer name."""
    lead = sentence.text[: words[first].start - sentence.start]
    after = words[last + 1] if last + 1 < len(words) else None
    longer = after is not None and after.text[0].isupper() and after.start - words[last].end == 1
    return bool(_AT.search(lead)) and not longer and not _DONE_BY.search(lead)


_DONE_BY = re.compile(
    r"\b(?:segnat|realizzat|firmat|siglat|servit|battut|trasformat|marcat|decis)[oaie] da $"
)
"""What stands before a scorer, and before no town that is a place."""
_AT = re.compile(r"(?:^|[\s(])(?:a|ad|in|at|to|near|outside|presso|da|from)\s$", re.IGNORECASE)


def is_no_club(sentence: Sentence, words: list[Token], at: int, found: Found, vocab: Vocabulary) -> bool:
    """Whether a club's name is here a word of the language ("il derby") or begins an unknown club's name."""
    if at != found.last or found.entries[0].kind != "club":
        return False
    word = fold(words[at].text)
    lead = sentence.text[: words[at].start - sentence.start]
    if word in vocab.words["no_club"] or lead.endswith(("D’", "D'")):
        return True
    after = words[at + 1] if at + 1 < len(words) else None
    return (
        not _MAN_OF.search(lead)
        and word in shared_words()["first_names_of_clubs"]
        and after is not None
        and after.text.istitle()
        and after.text not in shared_words()["team_suffixes"]
        and sentence.text[words[at].end - sentence.start : after.start - sentence.start] == " "
        and not sentence.title
    )


def is_no_ground(
    sentence: Sentence, words: list[Token], at: int, found: Found, honoured: frozenset[str] | set[str]
) -> bool:
    """Whether the surname that a ground bears stands without what stands before a ground ("a shot by Martelli")."""
    if at != found.last or found.entries[0].kind != "stadium" or fold(words[at].text) not in honoured:
        return False
    return not _AT_GROUND.search(sentence.text[: words[at].start - sentence.start])


_AT_GROUND = re.compile(
    r"(?:\b(?:al|allo|all|nel|nello|nell|del|dello|dell|dal|dallo|il|lo|l|sul|stadio|campo|impianto|sportivo|comunale"
    r"|a|ad|at|un|questo|quel|suo|the|in|from|to|of|inside|stadium|arena|stade|estadio)[\s'’\"“”‘«]*)$",
    re.IGNORECASE,
)
"""What stands before a ground's name."""


_IN_NATIONS = re.compile(r"\b[Ii]n (?:[A-ZÀ-Ú][\w’' ]{2,20} e )?$")
_GROUND_OF = re.compile(
    r"\b(?:[Ss]tadio|[Cc]ampo|[Ii]mpianto|[Ss]tadium|[Aa]rena)\b[^.;:]{0,30}\s(?:di|a)\s$"
)


_MAN_OF = re.compile(
    r"\b(?:allenatore|tecnico|mister|capitano|portiere|attaccante|difensore|centrocampista|coach|manager|captain)"
    r" (?:d[ie]l? |dell[’'a] ?|of )$"
)
"""What stands before a club and a man of it: "l'allenatore di Atletico Diego Simeone"."""
_OF_A_CLUB = re.compile(r"\b(?:[Ee]x[ -]|d?(?:el|ella|ello|ell[’'])|all[ao]|all[’'])\s?$")
"""What stands before a club and before no person: "l'attaccante della Roma Rossi"."""
_PLURAL_ARTICLE = re.compile(
    r"(?:\b(?:i|gli|le|il|lo|la|a[il]|agli|all[aoe]|(?:d[ae]|ne|su)(?:i|l|gli|ll[aoe])|co[il]|ex|neo)\s|[’'])$",
    re.IGNORECASE,
)


def suffix(words: list[Token], last: int) -> int:
    """Return the token a team's name ends with, "Women" and "U21" included."""
    suffixes = shared_words()["team_suffixes"]
    while last + 1 < len(words) and words[last + 1].start - words[last].end <= 1:
        one = words[last + 1].text
        two = f"{one}-{words[last + 2].text}" if last + 2 < len(words) else ""
        if (one in suffixes or (one.isupper() and one.title() in suffixes)) and len(one) > 1:
            last += 1
        elif (
            two in suffixes
            or two.replace("-", " ") in suffixes
            or (one in ("U", "Under") and last + 2 < len(words) and words[last + 2].text.isdigit())
        ):
            last += 2
        else:
            break
    glued = last + 1 < len(words) and words[last + 1].text == "s" and words[last].text.isdigit()
    return last + 1 if glued and words[last + 1].start == words[last].end else last


_CHAMPIONS = re.compile(r"(?:campion\w*|coppa|titolo|campionato|derby) (?:di|d[’'])\s?$")


def _dateline(sentence: Sentence, words: list[Token], at: int, last: int) -> bool:
    """Whether a nation stands behind the town that an agency writes from ("MUNICH, Germany — ")."""
    lead = sentence.text[: words[at].start - sentence.start]
    tail = sentence.text[words[last].end - sentence.start :]
    return (
        lead[:-2].isupper()
        and lead.endswith(", ")
        and bool(re.match(r"\s?(?:\([A-Za-z]+\)\s?)?[—–-]\s", tail))
    )


def kind_of(
    entry: Entry, sentence: Sentence, words: list[Token], at: int, last: int, vocab: Vocabulary
) -> str:
    """Return the letter of a mention; a club's name that stands for its town is a venue."""
    if entry.kind == "stadium":
        return "v"
    if entry.kind == "competition":
        return "c"
    if entry.kind == "place":
        return "o"
    before = sentence.text[
        max(0, words[at].start - sentence.start - 12) : words[at].start - sentence.start
    ].lower()
    if entry.kind == "nation" and (_CHAMPIONS.search(before) or _dateline(sentence, words, at, last)):
        return "n"
    if vocab.language == "it":
        if (
            re.search(r"(?:^|[\s,])(?<!fronte )(?:a|ad|in)\s$", before)
            and entry.kind == "club"
            and at == last
        ):
            return "v"
        if entry.kind == "club" and _GROUND_OF.search(sentence.text[: words[at].start - sentence.start]):
            return "v"
        if (
            entry.kind == "club"
            and re.search(r"(?:^|\s)di\s$", before)
            and fold(entry.home) == fold(words[at].text)
        ):
            return "n"
        lead = sentence.text[: words[at].start - sentence.start]
        if entry.kind == "nation" and _IN_NATIONS.search(lead):
            return "n"
    elif entry.kind == "nation":
        following = words[last + 1].text.lower() if last + 1 < len(words) else ""
        if (
            re.search(r"(?:^|\s)in\s$|(?:plane|flight|ticket|seats?|road|way) to\s$", before)
            or following in vocab.words["roles"]
            or following in shared_words()["capped"]
        ):
            return "n"
    return "t"
