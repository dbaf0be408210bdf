"""`python -m localgender` is the command `localgender`."""

from __future__ import annotations

import sys

from localgender.cli import main

if __name__ == "__main__":
    sys.exit(main())
