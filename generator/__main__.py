"""`python -m generator` is the `digest` command."""

from generator.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
