#!/usr/bin/env bash
# EDTF seasons (2025-21 to 2025-24) are other months in the two libraries that most tools use: npm `edtf` 4.11.1 and PyPI `edtf` 5.0.1.
#
# edtf.js takes them for calendar quarters: spring 2025 is January to March, autumn July to September. python-edtf takes them for the
# meteorological seasons of the northern hemisphere, but cuts winter at the end of the year: winter 2025 is December 2025 alone. So "winter
# 2025" has October and November in one of them and not in the other, and January and February 2026 in neither; and a page dated "spring
# 2025" is found in February by a tool in JavaScript and in May by one in Python. ISO 8601-2 (4.8) names the seasons and fixes no months.
#
# What to do: take the bounds of seasons from neither. Chancery has the months of both hemispheres for 21-24, those of one for 25-32, and
# both years for the turn of the year (src/domain/time/calendar.ts, test/unit/domain).
#
# Seen:
#   2025-21  edtf.js 2025-01-01 2025-03-31  python-edtf 2025-03-01 2025-05-31
#   2025-22  edtf.js 2025-04-01 2025-06-30  python-edtf 2025-06-01 2025-08-31
#   2025-23  edtf.js 2025-07-01 2025-09-30  python-edtf 2025-09-01 2025-11-30
#   2025-24  edtf.js 2025-10-01 2025-12-31  python-edtf 2025-12-01 2025-12-31
# Needs node, npm and python3 with venv. Ends with 1 if a library does otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm init -y >/dev/null
npm install --silent --no-audit --no-fund edtf@4.11.1
python3 -m venv venv
venv/bin/pip install --quiet edtf==5.0.1

cat >seasons.mjs <<'JS'
import edtf from 'edtf';
const day = (ms) => new Date(ms).toISOString().slice(0, 10);
for (const text of process.argv.slice(2)) console.log(text, day(edtf(text).min), day(edtf(text).max));
JS
cat >seasons.py <<'PY'
import sys
from edtf import parse_edtf
day = lambda t: f"{t.tm_year:04}-{t.tm_mon:02}-{t.tm_mday:02}"
for text in sys.argv[1:]:
    season = parse_edtf(text)
    print(text, day(season.lower_strict()), day(season.upper_strict()))
PY
seasons=(2025-21 2025-22 2025-23 2025-24)
node seasons.mjs "${seasons[@]}" | tee js.txt
venv/bin/python seasons.py "${seasons[@]}" | tee py.txt

diff js.txt - <<'SEEN'
2025-21 2025-01-01 2025-03-31
2025-22 2025-04-01 2025-06-30
2025-23 2025-07-01 2025-09-30
2025-24 2025-10-01 2025-12-31
SEEN
diff py.txt - <<'SEEN'
2025-21 2025-03-01 2025-05-31
2025-22 2025-06-01 2025-08-31
2025-23 2025-09-01 2025-11-30
2025-24 2025-12-01 2025-12-31
SEEN
echo "As seen: the two libraries share one month of each season, and for neither does winter 2025 have January or February."
