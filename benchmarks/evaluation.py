"""How well questions are answered: files of questions, leave-one-out, cross-article, refusals, lengths, milliseconds.

    python -m benchmarks.evaluation [questions.jsonl ...] [--misses] [--only loo|refusals|files]

A line of a file is {"id", "lang", "kind", "turns", "accept", "reject"}: all of `accept` must be found in the last
reply, none of `reject`. Kinds "unanswerable" and "offtopic" are right where nothing is answered.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
import time
from collections import Counter, defaultdict
from pathlib import Path

from knowledge import Answer, Context, Knowledge, build

HONEST = ("unanswerable", "offtopic")
OUTCOMES = ("right", "wrong", "choice", "no")


def judge(question: dict, answer: Answer) -> str:
    """Return right, wrong, choice or no (a refusal of what can be answered)."""
    text = answer.text.replace("’", "'")
    rejected = any(re.search(p, text, re.I | re.S) for p in question.get("reject") or [])
    if answer.language != question["lang"]:
        return "wrong"
    if question.get("kind") in HONEST:
        return "right" if answer.kind != "answer" and not rejected else "wrong"
    if answer.kind == "choice":
        return "choice"
    if answer.kind != "answer":
        return "no"
    if rejected:
        return "wrong"
    return "right" if all(re.search(p, text, re.I | re.S) for p in question.get("accept") or []) else "wrong"


def ask(knowledge: Knowledge, question: dict, times: list[float]) -> Answer:
    """Ask all turns of a question and return the last answer."""
    context, answer = Context(), None
    for turn in question["turns"]:
        began = time.perf_counter()
        answer = knowledge.answer(turn, context)
        times.append(time.perf_counter() - began)
        context = answer.context
    assert answer is not None
    return answer


def run_files(knowledge: Knowledge, paths: list[str], misses: bool) -> None:
    """Print right/wrong/choice/no per kind and language of question files."""
    for path in paths:
        rows: defaultdict[str, Counter[str]] = defaultdict(Counter)
        times: list[float] = []
        lengths: list[int] = []
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            if not line.strip():
                continue
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
        print_table(path, rows)
        print_spread("characters of an answer", lengths)
        print_spread("milliseconds", [t * 1000 for t in times])


def print_table(title: str, rows: dict[str, Counter[str]]) -> None:
    """Print a table of outcomes."""
    print(f"\n{title}\n{'':<16}{'n':>5}" + "".join(f"{o:>9}" for o in OUTCOMES))
    for kind in sorted(rows):
        total = sum(rows[kind].values())
        print(
            f"{kind.lstrip('~'):<16}{total:>5}" + "".join(f"{rows[kind][o] / total:>9.1%}" for o in OUTCOMES)
        )


def print_spread(what: str, values: list[float] | list[int]) -> None:
    """Print median, 95th and 99th percentile."""
    if values:
        ordered = sorted(values)
        at = [ordered[min(int(len(ordered) * s), len(ordered) - 1)] for s in (0.5, 0.95, 0.99)]
        print(f"{what}: median {at[0]:.1f}, 95th {at[1]:.1f}, 99th {at[2]:.1f}, largest {ordered[-1]:.1f}")


def main() -> None:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*")
    parser.add_argument("--misses", action="store_true", help="print each miss")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder) / "facts.sqlite"
        build(base)
        knowledge = Knowledge.open(base)
        run_files(knowledge, args.files, args.misses)


if __name__ == "__main__":
    sys.exit(main())
