"""`python -m models`: the command line without the window."""

import sys

from models.cli import main

if __name__ == "__main__":
    sys.exit(main())
