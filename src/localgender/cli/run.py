"""One run of the program: from the words of the call to an exit code, and never a traceback."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from localgender.cli import streams
from localgender.cli.mistakes import WrongCallError
from localgender.cli.parser import language_of_call, parsed
from localgender.errors import LocalGenderError
from localgender.showing.catalogue import Said


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: Words after the name of the program; those of the process when left out.

    Returns:
        0 when all is well, 1 for errors found under `--strict`, 2 for a file that cannot be read or a wrong
        call, which one line on standard error explains, 130 when interrupted.
    """
    words = sys.argv[1:] if arguments is None else list(arguments)
    language = language_of_call(words)
    try:
        streams.prepare()
        options = parsed(words, language)
        return int(options.answer(options))
    except SystemExit as done:
        # --help and --version have written their text.
        streams.write("")
        return int(done.code or 0)
    except KeyboardInterrupt:
        return streams.refuse(Said("interrupted").said(language), 130)
    except (WrongCallError, streams.RefusedFileError) as error:
        return streams.refuse(error.said(language))
    except (LocalGenderError, OSError) as error:
        from localgender.showing.failures import describe_error

        return streams.refuse(describe_error(error, language))
    except Exception as error:  # noqa: BLE001 - whoever sits at a terminal cannot use a traceback
        return streams.refuse(streams.slip(error, language))
