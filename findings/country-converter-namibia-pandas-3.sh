#!/usr/bin/env bash
# One country stops the whole of PyPI `country_converter` 1.3.2 beside `pandas` 3: Namibia, whose code is NA.
#
# country_converter asks for `pandas>=1.0`, takes NA out of the words that mean "missing", and says that the column ISO2 is text. pandas 3.1.1 reads
# NA as missing all the same: `na_values` are added to the words it knows, and what a converter returned is looked at again. The code
# of Namibia is then no text, so that the first call fails, whatever country it is about. With pandas 2 the same file is read whole.
#
# What to do: `pandas<3` beside it, or `keep_default_na=False` where the file is one's own. The tables that Chancery writes are read so in
# its notebooks and its tests (docs/exports-in-tools.md).
#
# Seen:
#   pandas 2.3.3: NA is Namibia; the code of Germany is DE
#   pandas 3.1.1: TypeError: first argument must be string or compiled pattern
# Needs python3 (3.11 or newer) with venv. Ends with 1 if they do otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat >convert.py <<'PY'
import pandas

try:
    import country_converter as coco
    namibia = coco.convert("NA", src="ISO2", to="name_short")
    print(f"pandas {pandas.__version__}: NA is {namibia}; the code of Germany is {coco.convert('Germany', to='ISO2')}")
except TypeError as error:
    print(f"pandas {pandas.__version__}: TypeError: {error}")
PY
for version in 2.3.3 3.1.1; do
  python3 -m venv "with-$version"
  "with-$version/bin/pip" install --quiet --disable-pip-version-check country_converter==1.3.2 "pandas==$version"
  "with-$version/bin/python" convert.py | tee -a seen.txt
done

diff seen.txt - <<'SEEN'
pandas 2.3.3: NA is Namibia; the code of Germany is DE
pandas 3.1.1: TypeError: first argument must be string or compiled pattern
SEEN
echo "As seen: beside pandas 3 no country can be looked up."
