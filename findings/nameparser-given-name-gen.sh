#!/usr/bin/env bash
# Gen Nakatani, Japan's minister of defence in 2025, has no given name in PyPI `nameparser` 1.1.3: Gen is a general. Vietnamese named Do lose
# their surname the same way: DO is a doctor of osteopathy.
#
# A word that is a title is one wherever a name begins, also where only a surname would be left. `Gen` and `Do` are in the list of titles
# (nameparser/config/titles.py), so "Gen Nakatani" is a Mr Nakatani, and equal in all its parts to "General Nakatani" without a given name. The
# same name the other way round, "Nakatani Gen", has both parts. Matching by given and family name then joins people who share a
# surname, or misses the minister in one of two lists.
#
# What to do: look at the point of the abbreviation, and at what would be left. Chancery takes Gen, He, Min and Pan before a single word for a
# name, and Gen. for a rank (src/domain/names/person-words.ts, test/unit/domain/person-names.test.ts).
#
# Seen: the lines below. Needs python3 with venv. Ends with 1 if nameparser does otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check nameparser==1.1.3

cat >parts.py <<'PY'
from nameparser import HumanName

for text in ["Gen Nakatani", "Nakatani Gen", "Gen. Gen Nakatani", "Do Ba Ty", "Do Quyen", "Phan Van Giang"]:
    name = HumanName(text)
    print(f"{text}: title {name.title!r}, given {name.first!r}, family {name.last!r}")
PY
venv/bin/python parts.py | tee parts.txt

diff parts.txt - <<'SEEN'
Gen Nakatani: title 'Gen', given '', family 'Nakatani'
Nakatani Gen: title '', given 'Nakatani', family 'Gen'
Gen. Gen Nakatani: title 'Gen. Gen', given '', family 'Nakatani'
Do Ba Ty: title 'Do', given 'Ba', family 'Ty'
Do Quyen: title 'Do', given '', family 'Quyen'
Phan Van Giang: title '', given 'Phan', family 'Van Giang'
SEEN
echo "As seen: a given name or a surname that is also a title is gone."
