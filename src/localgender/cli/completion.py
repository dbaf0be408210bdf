"""Scripts that complete the words of the program in a shell."""

from __future__ import annotations

from localgender.cli.records import Options, listing
from localgender.cli.streams import deliver
from localgender.errors import MissingExtraError

_PATHS = ("files", "file", "other", "folder", "layout", "output")


def written(options: Options) -> int:
    """Write the script of a shell, and return the exit code."""
    try:
        import shtab
    except ImportError:
        raise MissingExtraError("completing words in a shell", "cli") from None
    listed = listing(options.parser)
    # What help leaves out to group it by itself is what a shell completes.
    listed.help = None
    for command in dict(listed.choices or {}).values():
        for action in command._actions:
            if action.dest in _PATHS:
                action.complete = shtab.FILE
    deliver(shtab.complete(options.parser, shell=options.shell), options)
    return 0
