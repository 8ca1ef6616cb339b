#!/usr/bin/env bash
# pandas reads numbers of JSON with their last digits wrong, and numbers of CSV right: PyPI `pandas` 3.1.1.
#
# `read_json` multiplies digits with powers of ten unless it is told `precise_float=True`; `read_csv`, Python's `json` and R read the number that
# was written. So the measures of a network differ in their last digits between two exports of one question, and comparing or
# joining by them fails.
#
# What to do: read CSV, or say `precise_float=True` (docs/exports-in-tools.md, test/unit/export/python.test.ts).
#
# Seen: of 10,000 sines read_json has 9,078 wrong, with precise_float=True none, read_csv none; 1/3 becomes 0.33333333333333304.
# Needs python3 with venv. Ends with 1 if pandas does otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pandas==3.1.1

cat >read.py <<'PY'
import json, math, pandas
numbers = [1 / 3] + [math.sin(i) for i in range(1, 10_000)]
open("n.jsonl", "w").writelines(json.dumps({"n": n}) + "\n" for n in numbers)
open("n.csv", "w").write("n\n" + "".join(f"{n!r}\n" for n in numbers))
wrong = lambda frame: sum(a != b for a, b in zip(numbers, frame["n"], strict=True))
plain = pandas.read_json("n.jsonl", lines=True)
print(wrong(plain), "of", len(numbers), "wrong; 1/3 is", plain["n"][0])
assert wrong(plain) > 1_000
assert wrong(pandas.read_json("n.jsonl", lines=True, precise_float=True)) == 0
assert wrong(pandas.read_csv("n.csv")) == 0
PY
venv/bin/python read.py
echo "As seen: read_json changes numbers unless it is told precise_float=True."
