"""What stands around an article: language, title, author, publisher and date, where the text tells."""

from __future__ import annotations

import re
from datetime import date

from knowledge.drafting.reading import tokens
from knowledge.drafting.records import Header
from knowledge.drafting.vocabulary import Vocabulary, vocabulary

_LINES = 14
_NAMES = re.compile(r"^[A-ZÀ-Þ][\w’'.-]+(?: (?:[a-z]{2,3} )?[A-ZÀ-Þ][\w’'.-]+){0,4}$")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright|riproduzione riservata ©?)\s*(?:(?:19|20)\d\d)?\s*([A-ZÀ-Þ][\w .&’'-]{2,40})",
    re.IGNORECASE,
)
_NUMERIC = re.compile(
    r"(?<!\d)(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d\d)(?!\d)|(?<!\d)((?:19|20)\d\d)-(\d{2})-(\d{2})(?!\d)"
)


def detect_language(text: str) -> str:
    """Return "en" or "it", whichever language's small words are more frequent."""
    words = [t.text.lower() for t in tokens(text[:20_000])]
    scores = {code: sum(w in vocabulary(code).words["function"] for w in words) for code in ("en", "it")}
    return "it" if scores["it"] > scores["en"] else "en"


def read_header(text: str, vocab: Vocabulary) -> Header:
    """Return title, author, publisher and date of an article, None where not told."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    title = next((t for t in lines[:4] if _titular(t, lines)), None)
    author = _author(lines, vocab)
    copyright_ = _COPYRIGHT.search(text)
    publisher = copyright_.group(1).strip() if copyright_ else None
    found = find_date(text[:1500], vocab) or find_date(text[-500:], vocab)
    return Header(title, author, publisher, found)


def _titular(line: str, lines: list[str]) -> bool:
    """Whether a line is a headline: short, without a full stop at the end, with text after it."""
    words = line.split()
    return (
        3 <= len(words) <= 24
        and line[-1] not in ".:;,"
        and len(lines) > 1
        and not re.match(r"(?i)(?:by|di|published|skip)\b", line)
    )


def _author(lines: list[str], vocab: Vocabulary) -> str | None:
    for line in lines[:_LINES] + lines[-3:]:
        match = vocab.rules["byline"].match(line.lower())
        if match and len(line) < 70:
            name = re.split(r"\s+(?:at|in|per|@|–|-|\||,)\s*|,|\|", line[match.end() :].strip())[0].strip(
                " ."
            )
            if _NAMES.match(name) and len(name.split()) > 1:
                return name
    return None


def find_date(text: str, vocab: Vocabulary) -> str | None:
    """Return the first full date of a text as ISO, None where there is none."""
    low = text.lower()
    months = {m: i + 1 for i, m in enumerate(vocab.words_list("months"))}
    months |= {m: i + 1 for i, m in enumerate(vocab.words_list("short_months"))}
    names = "|".join(sorted(months, key=len, reverse=True))
    rules = (
        re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th|°|º)?\s(?:of\s|di\s)?({names})\.?,?\s((?:19|20)\d\d)\b"),
        re.compile(rf"\b({names})\.?\s(\d{{1,2}})(?:st|nd|rd|th)?,?\s((?:19|20)\d\d)\b"),
    )
    found: list[tuple[int, str | None]] = []
    for i, rule in enumerate(rules):
        for match in rule.finditer(low):
            day, month = (match.group(1), match.group(2)) if i == 0 else (match.group(2), match.group(1))
            found.append((match.start(), _iso(int(match.group(3)), months[month], int(day))))
    for match in _NUMERIC.finditer(low):
        d, m, y, y2, m2, d2 = match.groups()
        found.append((match.start(), _iso(int(y), int(m), int(d)) if y else _iso(int(y2), int(m2), int(d2))))
    return next((iso for _, iso in sorted(found, key=lambda f: f[0]) if iso), None)


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
