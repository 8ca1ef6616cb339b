#!/usr/bin/env bash
# Whether February 2025 comes before March 2025 is "yes" in one SPARQL engine and no answer in another: PyPI `rdflib` 7.6.0 and `pyoxigraph` 0.5.13.
#
# A date that is known to the month is xsd:gYearMonth. SPARQL 1.1 (17.3) orders dateTimes alone and leaves the rest to engines. pyoxigraph compares two months
# and refuses a month beside a day. rdflib refuses two months, and takes every day for earlier than any month: 14 March 2025 is before February 2025,
# where an error would have shown. So `FILTER(?when < "2025-03-01"^^xsd:date)` leaves out what is known to the month in both,
# `FILTER(?when > "2025-03-01"^^xsd:date)` finds February in one, and ORDER BY puts 2024-02 after 2025-02-14 there.
#
# What to do: give the bounds of a time as xsd:date beside it, and compare those. Chancery keeps every time with its earliest and latest day
# (src/domain/time).
#
# Seen: the lines below. Needs python3 with venv. Ends with 1 if an engine does otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check rdflib==7.6.0 pyoxigraph==0.5.13

cat >months.py <<'PY'
import pyoxigraph, rdflib

XSD = "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> "
PAIRS = [
    ('"2025-02"^^xsd:gYearMonth', '"2025-03"^^xsd:gYearMonth'),
    ('"2025-02"^^xsd:gYearMonth', '"2025-03-14"^^xsd:date'),
    ('"2025-03-14"^^xsd:date', '"2025-02"^^xsd:gYearMonth'),
]
for a, b in PAIRS:
    query = XSD + f"SELECT ?a ?is {{ VALUES ?a {{ {a} }} BIND(?a < {b} AS ?is) }}"
    [(_, one)] = rdflib.Graph().query(query)
    [row] = pyoxigraph.Store().query(query)
    other = row["is"].value if row["is"] else None
    print(f"{a.split('^')[0]} < {b.split('^')[0]}: rdflib {one}, pyoxigraph {other}")

times = '"2025-02-14"^^xsd:date "2024-02"^^xsd:gYearMonth "2024-12-31"^^xsd:date'
query = XSD + f"SELECT ?t {{ VALUES ?t {{ {times} }} }} ORDER BY ?t"
print("in order: rdflib", *(row[0] for row in rdflib.Graph().query(query)))
print("in order: pyoxigraph", *(row["t"].value for row in pyoxigraph.Store().query(query)))
PY
venv/bin/python months.py | tee seen.txt

diff seen.txt - <<'SEEN'
"2025-02" < "2025-03": rdflib None, pyoxigraph true
"2025-02" < "2025-03-14": rdflib false, pyoxigraph None
"2025-03-14" < "2025-02": rdflib true, pyoxigraph None
in order: rdflib 2024-12-31 2025-02-14 2024-02
in order: pyoxigraph 2024-02 2024-12-31 2025-02-14
SEEN
echo "As seen: the two engines agree on none of the five."
