#!/usr/bin/env bash
# The end of a time that has none, or is one of a range: npm `edtf` 4.11.1 and PyPI `edtf` 5.0.1 each invent one, in different places.
#
# edtf.js: `[2022..2024]`, "some year from 2022 to 2024", has its `max` at the end of 2022, the first of the range, while `[2022,2024]` has it
# at the end of 2024; and it `covers` 2023 although that is no member. `2022-02/`, whose end is unknown, has `max` 0, which a Date shows as
# 1 January 1970: before its begin. python-edtf: `upper_strict()` of the same `2022-02/` is ten years after its begin, 2032-02-01 (of an open
# end, `2022-02/..`, it is infinity). Each is a plausible date to whoever stores the bounds for searching, and none is in the source.
#
# What to do: compute bounds of sets and intervals from their parts, and store "unknown" as no value. Chancery does
# (src/domain/time/{edtf,day-set}.ts; property tests against plain lists of days).
#
# Seen:
#   edtf.js      [2022..2024] 2022-01-01 2022-12-31; [2022,2024] 2022-01-01 2024-12-31, covers 2023: true; 2022-02/ 2022-02-01 1970-01-01
#   python-edtf  [2022..2024] 2022-01-01 2024-12-31; 2022-02/ 2022-02-01 2032-02-01
# Needs node, npm and python3 with venv. Ends with 1 if a library does otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm init -y >/dev/null
npm install --silent --no-audit --no-fund edtf@4.11.1
python3 -m venv venv
venv/bin/pip install --quiet edtf==5.0.1

cat >ends.mjs <<'JS'
import edtf from 'edtf';
const day = (ms) => new Date(ms).toISOString().slice(0, 10);
for (const text of ['[2022..2024]', '[2022,2024]', '2022-02/']) console.log(text, day(edtf(text).min), day(edtf(text).max));
console.log('[2022,2024] covers 2023:', edtf('[2022,2024]').covers(edtf('2023')));
JS
cat >ends.py <<'PY'
from edtf import parse_edtf
day = lambda t: f"{t.tm_year:04}-{t.tm_mon:02}-{t.tm_mday:02}"
for text in ["[2022..2024]", "2022-02/"]:
    time = parse_edtf(text)
    print(text, day(time.lower_strict()), day(time.upper_strict()))
PY
node ends.mjs | tee js.txt
venv/bin/python ends.py | tee py.txt

diff js.txt - <<'SEEN'
[2022..2024] 2022-01-01 2022-12-31
[2022,2024] 2022-01-01 2024-12-31
2022-02/ 2022-02-01 1970-01-01
[2022,2024] covers 2023: true
SEEN
diff py.txt - <<'SEEN'
[2022..2024] 2022-01-01 2024-12-31
2022-02/ 2022-02-01 2032-02-01
SEEN
echo "As seen."
