"""How well questions are answered. Prints right, wrong, choice and no apart, per kind and language.

    python -m benchmarks.evaluation [questions.jsonl ...] [--misses]

(a) question files: a line is {"id", "lang", "kind", "turns", "accept", "reject"}; all of `accept` must be found in the
last reply and none of `reject`; kinds "unanswerable" and "offtopic" are right where nothing is answered. Without files,
those in benchmarks/questions. (b) leave-one-out: stored questions are hidden in turn and asked, with none, one and two
slips of the thumb. (c) cross-article: the same on bases of one article each, so that nothing can lean on the other
articles. (d) refusals of tests/rejections. (e) length of replies. (f) milliseconds of one question.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import shutil
import sys
import tempfile
import time
import tomllib
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from knowledge import Answer, Context, Knowledge, build
from knowledge.base.files import SHIPPED
from knowledge.models import Entry
from knowledge.understanding.query import query_of

HONEST = ("unanswerable", "offtopic")
OUTCOMES = ("right", "wrong", "choice", "no")
HERE = Path(__file__).parent
HIDDEN = 1500
"""Stored questions hidden in turn: enough for half a percent, few enough for a minute."""


def judge(question: dict, answer: Answer) -> str:
    """Return right, wrong, choice or no (a refusal of what can be answered)."""
    text = answer.text.replace("’", "'")
    rejected = any(re.search(p, text, re.I | re.S) for p in question.get("reject") or [])
    if answer.language != question["lang"]:
        return "wrong"
    if question.get("kind") in HONEST:
        return "right" if answer.kind != "answer" and not rejected else "wrong"
    if answer.kind != "answer":
        return "choice" if answer.kind == "choice" else "no"
    fits = all(re.search(p, text, re.I | re.S) for p in question.get("accept") or [])
    return "right" if fits and not rejected else "wrong"


def ask(knowledge: Knowledge, question: dict, times: list[float]) -> Answer:
    """Ask all turns of a question and return the last answer."""
    context, answer = Context(), None
    for turn in question["turns"]:
        began = time.perf_counter()
        answer = knowledge.answer(turn, context)
        times.append((time.perf_counter() - began) * 1000)
        context = answer.context
    assert answer is not None
    return answer


def files(knowledge: Knowledge, paths: Sequence[Path], *, misses: bool) -> None:
    """Print right, wrong, choice and no per kind of question files."""
    for path in paths:
        rows: defaultdict[str, Counter[str]] = defaultdict(Counter)
        times: list[float] = []
        lengths: list[float] = []
        for line in path.read_text(encoding="utf-8").splitlines():
            question = json.loads(line)
            answer = ask(knowledge, question, times)
            outcome = judge(question, answer)
            rows[question.get("kind", "")][outcome] += 1
            rows["~all"][outcome] += 1
            if answer.kind == "answer":
                lengths.append(len(answer.text))
            if misses and outcome != "right":
                print(f"[{question['id']} {question['kind']}] {outcome}: {' / '.join(question['turns'])}")
                print(
                    f"      -> ({answer.kind} {answer.reason}) {answer.text[:200]!r} rows={answer.rows[:3]}"
                )
        table(str(path), rows)
        spread("characters of an answer", lengths)
        spread("milliseconds of a question", times)


def slipped(text: str, slips: int, chance: random.Random) -> str:
    """Return `text` with so many letters swapped, lost or doubled."""
    letters = list(text)
    for _ in range(slips):
        at = chance.randrange(1, max(len(letters) - 1, 2))
        kind = chance.choice(("swap", "lose", "double"))
        if kind == "swap" and at + 1 < len(letters):
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
        elif kind == "lose" and len(letters) > 3:
            del letters[at]
        else:
            letters.insert(at, letters[min(at, len(letters) - 1)])
    return "".join(letters)


def hidden(knowledge: Knowledge, count: int, title: str) -> None:
    """Hide stored questions in turn and ask them: how often their row, or its value, is ranked first."""
    ranking, readers = knowledge.ranking, knowledge.readers
    chance = random.Random(1)
    places = [
        (at, i)
        for at, e in enumerate(ranking.entries)
        if not e.absent
        for i, s in enumerate(e.samples)
        if s.polarity != "signal"
    ]
    chosen = chance.sample(places, min(count, len(places)))
    for slips in (0, 1, 2):
        right = 0
        for at, i in chosen:
            entry = ranking.entries[at]
            sample = entry.samples[i]
            query = query_of(readers[sample.language].read(slipped(sample.text, slips, chance)))
            best = ranking.rank(query, 1, hidden=(at, i))
            right += bool(best and _answers(best[0].entry, entry))
        print(f"{title}, {slips} slips: {right / len(chosen):.1%} of {len(chosen)} found")


def _answers(told: Entry, asked: Entry) -> bool:
    """Whether an entry answers the questions of another: the same row or value, or a row that tells it, too."""
    return told.row == asked.row or told.values == asked.values or asked.row in told.tells


def single_articles(folder: Path) -> None:
    """Build a base of each shipped article alone and ask its hidden questions."""
    for article in sorted((SHIPPED / "articles").glob("*.toml")):
        shipped = folder / f"only-{article.stem}"
        shutil.copytree(SHIPPED, shipped)
        for other in (shipped / "articles").glob("*.toml"):
            if other.name != article.name:
                other.unlink()
        ids = {
            row["id"]
            for rows in tomllib.loads(article.read_text("utf-8")).values()
            if isinstance(rows, list)
            for row in rows
        }
        for asked in shipped.glob("*/asked/*.toml"):
            if not ids & tomllib.loads(asked.read_text("utf-8")).keys():
                asked.unlink()
        base = shipped / "facts.sqlite"
        build(base, shipped=shipped)
        hidden(Knowledge.open(base), HIDDEN // 3, f"only {article.stem}")


def refusals(knowledge: Knowledge) -> None:
    """Print what becomes of the questions that must be refused."""
    for path in sorted((HERE.parent / "tests" / "rejections").glob("*.toml")):
        groups = tomllib.loads(path.read_text(encoding="utf-8"))
        kinds = Counter(knowledge.answer(q).kind for group in groups.values() for q in group["questions"])
        total = sum(kinds.values())
        print(f"refusals in {path.stem}: {1 - kinds['answer'] / total:.1%} of {total} refused {dict(kinds)}")


def table(title: str, rows: dict[str, Counter[str]]) -> None:
    """Print a table of outcomes."""
    print(f"\n{title}\n{'':<16}{'n':>5}" + "".join(f"{o:>9}" for o in OUTCOMES))
    for kind in sorted(rows):
        total = sum(rows[kind].values())
        print(
            f"{kind.lstrip('~'):<16}{total:>5}" + "".join(f"{rows[kind][o] / total:>9.1%}" for o in OUTCOMES)
        )


def spread(what: str, values: Sequence[float]) -> None:
    """Print median, 95th and 99th percentile."""
    if values:
        ordered = sorted(values)
        at = [ordered[min(int(len(ordered) * s), len(ordered) - 1)] for s in (0.5, 0.95, 0.99)]
        print(f"{what}: median {at[0]:.1f}, 95th {at[1]:.1f}, 99th {at[2]:.1f}, largest {ordered[-1]:.1f}")


def main() -> None:
    """Run all parts, or (a) alone where files are given."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--misses", action="store_true", help="print each miss")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build(folder / "facts.sqlite")
        knowledge = Knowledge.open(folder / "facts.sqlite")
        files(knowledge, args.files or sorted((HERE / "questions").glob("*.jsonl")), misses=args.misses)
        if not args.files:
            hidden(knowledge, HIDDEN, "leave-one-out")
            single_articles(folder)
            refusals(knowledge)


if __name__ == "__main__":
    sys.exit(main())
