"""The command line: build, check, ask, explain, draft, stats. `--data DIR` names the data folder."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from . import BaseUnreadable, BuildFailed, Context, Knowledge, Report, build, check
from .drafting.cli import draft_command
from .models import Answer

BASE = "facts.sqlite"


@click.group()
@click.option(
    "--data", default="data", type=click.Path(path_type=Path), help="The data folder.", show_default=True
)
@click.pass_context
def main(ctx: click.Context, data: Path) -> None:
    """Build, check and ask the fact base."""
    ctx.obj = data


@main.command(name="build")
@click.pass_obj
def build_command(data: Path) -> None:
    """Compile the article files into the fact base."""
    try:
        with Console(stderr=True).status("building the fact base"):
            report = build(data / BASE, data)
    except BuildFailed as error:
        _say_mistakes(error.report)
        raise SystemExit(1) from error
    _say_mistakes(report)
    click.echo(
        f"{data / BASE}: {report.counts['facts']} facts, {report.counts['events']} events, "
        f"{report.counts['matches']} matches, {report.counts['names']} names "
        f"({len(report.added)} added, {len(report.changed)} changed, {len(report.removed)} removed)"
    )


@main.command(name="check")
@click.pass_obj
def check_command(data: Path) -> None:
    """Check every input file and print counts."""
    report = check(data)
    _say_mistakes(report)
    table = Table("what", "how many", box=None)
    for what, many in report.counts.items():
        table.add_row(what, str(many))
    Console().print(table)
    raise SystemExit(0 if report.ok else 1)


@main.command()
@click.pass_obj
def stats(data: Path) -> None:
    """Print what the inputs hold."""
    for what, many in check(data).counts.items():
        click.echo(f"{many:>6}  {what}")


@main.command()
@click.argument("question", required=False)
@click.option(
    "--language", type=click.Choice(["en", "it"]), help="Language of the reply, whatever the question's."
)
@click.option("--jsonl", is_flag=True, help='Read {"id", "lang", "turns"} lines from standard input.')
@click.pass_obj
def ask(data: Path, question: str | None, language: str | None, jsonl: bool) -> None:
    """Answer QUESTION; without one, chat until an empty line."""
    knowledge = _open(data)
    if jsonl:
        for line in sys.stdin:
            if line.strip():
                click.echo(json.dumps(_batch(knowledge, json.loads(line)), ensure_ascii=False))
        return
    context = Context()
    while True:
        text = question or click.prompt(">", default="", show_default=False, prompt_suffix=" ")
        if not text.strip():
            return
        answer = knowledge.answer(text, context, language=language)  # type: ignore[arg-type]
        context = answer.context
        click.echo(as_text(answer))
        if question:
            raise SystemExit(0 if answer.kind == "answer" else 3)


@main.command()
@click.argument("question")
@click.pass_obj
def explain(data: Path, question: str) -> None:
    """Say how QUESTION was understood, and why other rows were rejected."""
    click.echo(_open(data).explain(question))


def _batch(knowledge: Knowledge, line: dict[str, object]) -> dict[str, object]:
    context = Context()
    answer = Answer("not_understood", "", "en")
    turns = line.get("turns") or []
    for turn in turns if isinstance(turns, list) else [turns]:
        answer = knowledge.answer(str(turn), context)
        context = answer.context
    return {
        "id": line.get("id"),
        "kind": answer.kind,
        "language": answer.language,
        "text": answer.text,
        "source": answer.source_line,
        "suggestions": [s.question for s in answer.suggestions],
        "rows": list(answer.rows),
        "reason": answer.reason,
    }


def as_text(answer: Answer) -> str:
    """Return a reply as plain text: answer, suggestions, source."""
    lines = [answer.text, *(f"  - {s.label}" for s in answer.suggestions if answer.kind != "answer")]
    return "\n".join([*lines, *([answer.source_line] if answer.source_line else [])])


def _open(data: Path) -> Knowledge:
    path = data / BASE
    try:
        if not path.exists():
            build(path, data)
        return Knowledge.open(path)
    except BaseUnreadable:
        build(path, data)
        return Knowledge.open(path)
    except BuildFailed as error:
        _say_mistakes(error.report)
        raise SystemExit(1) from error


def _say_mistakes(report: Report) -> None:
    for mistake in report.mistakes:
        click.echo(f"{'warning: ' if mistake.warning else ''}{mistake}", err=True)


main.add_command(draft_command)

if __name__ == "__main__":
    main()
