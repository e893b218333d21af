"""Link the entries of a JSON Lines file: ``python -m benchmarks.linking.run ENTRIES.jsonl`` prints links as rows."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from generator.config import Curation, Linking
from generator.linking.linker import link
from generator.writing.rows import entry_from_row, link_row


def main() -> None:
    lines = Path(sys.argv[1]).read_text("utf-8").splitlines()
    entries = [entry_from_row(json.loads(line), path=sys.argv[1], line=at) for at, line in enumerate(lines, 1) if line]
    for found in link(entries, {}, Linking(), Curation()):
        print(json.dumps(link_row(found), ensure_ascii=False))


if __name__ == "__main__":
    main()
