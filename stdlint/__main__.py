"""Start stdlint from the command line."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line; answer `--version` before anything else is loaded."""
    if sys.argv[1:] == ["--version"]:
        from stdlint import __version__

        print(f"stdlint {__version__}")
        return
    # A process that reads one draft ends before collecting garbage pays; for more the command switches it on again.
    gc.disable()
    try:
        from stdlint.cli import main as run

        run()
    except KeyboardInterrupt:
        raise SystemExit(2) from None


if __name__ == "__main__":
    main()
