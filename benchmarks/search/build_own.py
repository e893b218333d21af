"""Builds the digest's index from lines of JSON. usage: python -m benchmarks.search.build_own ENTRIES.jsonl OUTPUT"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from generator.publishing.search.index import write_records
from generator.publishing.search.records import SearchRecord


def main(entries: Path, output: Path) -> None:
    with entries.open(encoding="utf-8") as lines:
        write_records((SearchRecord(**json.loads(line)) for line in lines), output)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
