#!/usr/bin/env bash
# A page of half past midnight in Taipei is of 10 February in one EDTF library and of the 9th in the other; npm `edtf` 4.11.1, PyPI `edtf` 5.0.1.
#
# `2025-02-10T00:30:00+08:00` (EDTF level 0, date and time) is an instant to edtf.js, whose `min` and `max` are in UTC: the day is the 9th, and
# the 10th does not `include` it. python-edtf keeps the day and drops the clock: `lower_strict()` is the 10th, 00:00, and so is that of any other hour of
# the day, so that neither of two pages of one day is the earlier. Of midnight at the end of a day, `T24:00:00Z`, it is the other way round: the 11th in
# edtf.js, the 10th in python-edtf. Without an offset, edtf.js reads the clock of the machine, so one file has two days on two machines; python-edtf refuses
# hours without seconds (`T14:30`), which edtf.js takes. And edtf.js reads half a second, `.5`, as five milliseconds.
#
# What to do: keep the day as it is written for searches by day, and an instant beside it, for order only, where there is an offset. Chancery
# does (src/domain/time/time-of-day.ts; test/http/hour-of-publication.test.ts).
#
# Seen: the two blocks below. Needs node, npm and python3 with venv. Ends with 1 if a library does otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm init -y >/dev/null
npm install --silent --no-audit --no-fund edtf@4.11.1
python3 -m venv venv
venv/bin/pip install --quiet edtf==5.0.1

cat >hours.mjs <<'JS'
import edtf from 'edtf';
const instant = (text) => new Date(edtf(text).min).toISOString();
for (const text of ['2025-02-10T00:30:00+08:00', '2025-02-10T24:00:00Z', '2025-02-10T00:30:00', '2025-02-10T14:30:00.5Z'])
  console.log(text, instant(text));
console.log('the 10th includes it:', edtf('2025-02-10').includes(edtf('2025-02-10T00:30:00+08:00')));
JS
cat >hours.py <<'PY'
from edtf import EDTFParseException, parse_edtf

for text in ["2025-02-10T00:30:00+08:00", "2025-02-10T14:30:00+08:00", "2025-02-10T24:00:00Z", "2025-02-10T00:30:00"]:
    print(text, *tuple(parse_edtf(text).lower_strict())[:6])
early, late = parse_edtf("2025-02-10T00:30:00Z"), parse_edtf("2025-02-10T14:30:00Z")
print("earlier, later:", early < late, early > late)
try:
    parse_edtf("2025-02-10T14:30")
except EDTFParseException:
    print("2025-02-10T14:30 is refused")
PY
for zone in UTC Asia/Taipei; do echo "TZ=$zone" && TZ=$zone node hours.mjs; done | tee js.txt
venv/bin/python hours.py | tee py.txt

diff js.txt - <<'SEEN'
TZ=UTC
2025-02-10T00:30:00+08:00 2025-02-09T16:30:00.000Z
2025-02-10T24:00:00Z 2025-02-11T00:00:00.000Z
2025-02-10T00:30:00 2025-02-10T00:30:00.000Z
2025-02-10T14:30:00.5Z 2025-02-10T14:30:00.005Z
the 10th includes it: false
TZ=Asia/Taipei
2025-02-10T00:30:00+08:00 2025-02-09T16:30:00.000Z
2025-02-10T24:00:00Z 2025-02-11T00:00:00.000Z
2025-02-10T00:30:00 2025-02-09T16:30:00.000Z
2025-02-10T14:30:00.5Z 2025-02-10T14:30:00.005Z
the 10th includes it: false
SEEN
diff py.txt - <<'SEEN'
2025-02-10T00:30:00+08:00 2025 2 10 0 0 0
2025-02-10T14:30:00+08:00 2025 2 10 0 0 0
2025-02-10T24:00:00Z 2025 2 10 0 0 0
2025-02-10T00:30:00 2025 2 10 0 0 0
earlier, later: False False
2025-02-10T14:30 is refused
SEEN
