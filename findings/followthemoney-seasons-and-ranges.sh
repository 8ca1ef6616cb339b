#!/usr/bin/env bash
# Of an EDTF season FollowTheMoney drops the year too, of a range the end, of a doubt the mark: PyPI `followthemoney` 4.11.2.
#
# Its dates are prefixes of ISO 8601: a year, a month, a day. What comes after a prefix is cut without a word: "2025-02-14/2025-02-16" is 14 February,
# "2025-W07" and "2025-Q1" are the year. So one would think that "2025-21", spring 2025, became 2025; but 21 is read as a month, there is no
# such month, and the whole value is gone: of two statements of one meeting, one is dated and the other is not.
#
# What to do: give the year of a season, and the beginning and end of a range as two values (`startDate`, `endDate`). The bounds of
# every time are in Chancery's answers (`startEarliest`, `endLatest`).
#
# Seen: the lines below. Needs python3 with venv. Ends with 1 if followthemoney does otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check followthemoney==4.11.2

cat >dates.py <<'PY'
from followthemoney.types import registry

for text in ["2025-02", "2025-02~", "2025-02-14/2025-02-16", "2025-02-14/..", "2025-W07", "2025-Q1", "2025-21", "202X"]:
    print(text, "->", registry.date.clean(text))
PY
venv/bin/python dates.py | tee seen.txt

diff seen.txt - <<'SEEN'
2025-02 -> 2025-02
2025-02~ -> 2025-02
2025-02-14/2025-02-16 -> 2025-02-14
2025-02-14/.. -> 2025-02-14
2025-W07 -> 2025
2025-Q1 -> 2025
2025-21 -> None
202X -> None
SEEN
echo "As seen: a season is no date at all, a range is its first day."
