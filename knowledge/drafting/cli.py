"""`python -m knowledge draft FILE...`: print the drafts of articles as JSON or TOML."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click
from rich.console import Console
from rich.progress import track

from knowledge.drafting import UnreadableTextError, decode, draft
from knowledge.drafting.identity import KnownName, read_names

SHIPPED = Path(__file__).resolve().parent.parent / "data" / "names"


@click.command(name="draft")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--json", "form", flag_value="json", default=True, help="Print JSON (the default).")
@click.option("--toml", "form", flag_value="toml", help="Print an article file.")
@click.option("--names", "form", flag_value="names", help="Print the names file of the new names.")
@click.pass_context
def draft_command(ctx: click.Context, files: tuple[Path, ...], form: str) -> None:
    """Draft facts from the text of FILES (UTF-8 text or Markdown), one draft after another."""
    data = ctx.obj if isinstance(ctx.obj, Path) else None
    known = read_names([SHIPPED, *([data / "names"] if data else [])])
    failed = False
    console = Console(stderr=True)
    for path in track(files, "drafting", console=console) if len(files) > 3 else files:
        failed = not _print(path, form, known, console) or failed
    if failed:
        raise SystemExit(1)


def _print(path: Path, form: str, known: Iterable[KnownName], console: Console) -> bool:
    """Print the draft of one file; return whether it could be read."""
    try:
        made = draft(decode(path.read_bytes()), known)
    except (UnreadableTextError, OSError) as error:
        console.print(f"{path}: {error}", markup=False, highlight=False)
        return False
    click.echo(made.to_json() if form == "json" else made.to_toml() if form == "toml" else made.names_toml())
    return True
