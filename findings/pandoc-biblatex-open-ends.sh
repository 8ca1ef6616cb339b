#!/usr/bin/env bash
# pandoc 3.9 reads one of the two open ends that biblatex has, and takes away dates that it does not read: PyPI `pypandoc_binary` 1.17.
#
# biblatex (manual, 2.3.8) takes `2025-02/` for an end that is unknown and `2025-02/..` for one that is open, `202X` for a decade. pandoc reads the
# first as a range that ends in the year 0, and prints "2025-". Of `2025-02/..` and `202X` it leaves the date out without a word, so that a
# source with a date is printed as "n.d."; where the entry has a `year` besides, that one counts. A mark of doubt, `2025-02?`, is dropped; that of
# an approximate date is kept as `circa`.
#
# What to do: write an open end with nothing after the slash, and a `year` beside every `date`. Chancery's .bib has both
# (src/citation/bibtex.ts), and what pandoc and others make of it is in docs/decisions/2026-11-30-citations-are-written-here-and-read-by-others.md.
#
# Seen: the lines below. Needs python3 with venv. Ends with 1 if pandoc does otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pypandoc_binary==1.17

cat >dates.py <<'PY'
import json, pypandoc

def issued(fields):
    entry = "@online{a, title={T}, author={{Ministry}}, %s}" % fields
    return json.loads(pypandoc.convert_text(entry, "csljson", format="biblatex"))[0].get("issued")

print("pandoc", pypandoc.get_pandoc_version())
for date in ["2025-02", "2025-02/", "2025-02/..", "202X", "2025-02~", "2025-02?"]:
    print(date, "->", json.dumps(issued("date={%s}" % date)), "with a year:", json.dumps(issued("year={2025}, date={%s}" % date)))
PY
venv/bin/python dates.py | tee seen.txt

diff seen.txt - <<'SEEN'
pandoc 3.9
2025-02 -> {"date-parts": [[2025, 2]]} with a year: {"date-parts": [[2025, 2]]}
2025-02/ -> {"date-parts": [[2025, 2], [0]]} with a year: {"date-parts": [[2025, 2], [0]]}
2025-02/.. -> null with a year: {"date-parts": [[2025]]}
202X -> null with a year: {"date-parts": [[2025]]}
2025-02~ -> {"circa": true, "date-parts": [[2025, 2]]} with a year: {"circa": true, "date-parts": [[2025, 2]]}
2025-02? -> {"date-parts": [[2025, 2]]} with a year: {"date-parts": [[2025, 2]]}
SEEN
echo "As seen: two dates of biblatex are lost without a word."
