#!/usr/bin/env bash
# "About 14 February 2025" reaches from 13 January 2024 to 15 March 2026 in PyPI `edtf` 5.0.2: wider on one side than "about February".
#
# The fuzzy bounds of an approximate time are padded with a day, a month and a year together, one for each part that it has
# (PADDING_*_PRECISION in edtf/appsettings.py; documented as a padding for each precision). The more precise the text, the further it reaches: a day marked `~`
# is 793 days, which is what the field of Django that comes with it stores as `lower_fuzzy` and `upper_fuzzy`. An approximate February ends on
# 28 March, since a month is added to its last day. `%` doubles all of it.
#
# What to do: pad by the smallest part alone, or keep the mark beside the strict bounds. Chancery does the latter: a time that is approximate says so,
# and its bounds are those that the source gives (src/domain/time).
#
# Seen: the lines below. Needs python3 with venv. Ends with 1 if edtf does otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check edtf==5.0.2

cat >bounds.py <<'PY'
from edtf import parse_edtf

day = lambda t: f"{t.tm_year:04}-{t.tm_mon:02}-{t.tm_mday:02}"
for text in ["2025~", "2025-02~", "2025-02-14~", "2025-02-14%"]:
    time = parse_edtf(text)
    print(text, "strict", day(time.lower_strict()), day(time.upper_strict()), "fuzzy", day(time.lower_fuzzy()), day(time.upper_fuzzy()))
PY
venv/bin/python bounds.py | tee seen.txt

diff seen.txt - <<'SEEN'
2025~ strict 2025-01-01 2025-12-31 fuzzy 2024-01-01 2026-12-31
2025-02~ strict 2025-02-01 2025-02-28 fuzzy 2024-01-01 2026-03-28
2025-02-14~ strict 2025-02-14 2025-02-14 fuzzy 2024-01-13 2026-03-15
2025-02-14% strict 2025-02-14 2025-02-14 fuzzy 2022-12-12 2027-04-16
SEEN
echo "As seen: a day that is approximate is more than two years."
