#!/usr/bin/env bash
# One spreadsheet, four readers, three days: 14 February 2025 of the 1904 system is 13 February 2021 to npm `xlstream` 2.5.5; `read-excel-file` 9.3.17
# is a day off before March 1900 and takes #N/A for an empty cell.
#
# A workbook counts its days from 1904 if it says so (`date1904`, ECMA-376 part 1, 18.2.28), as those of old Excel for Macintosh do. xlstream formats the
# number as if it were counted from 1900: four years and a day early, for every date of the file, as text that looks right. Number 59 is 28 February 1900,
# as Excel, openpyxl 3.1.5 and hucre 1.0.0 have it; read-excel-file gives the 27th. It gives null for #N/A, so that a look-up that failed looks like no data. A
# formula without a stored result, which is what openpyxl writes, is nothing in all three.
#
# What to do: read the stored number, the number format and `date1904`, and tell errors from empty cells. Chancery does (src/dataset/table/xlsx-number.ts;
# test/unit/dataset/table/xlsx.test.ts).
#
# Seen: the last block. Needs node, npm and python3 with venv. Ends with 1 if a library does otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm init -y >/dev/null
npm install --silent --no-audit --no-fund hucre@1.0.0 xlstream@2.5.5 read-excel-file@9.3.17
python3 -m venv venv
venv/bin/pip install --quiet openpyxl==3.1.5

cat >write.py <<'PY'
from datetime import date
from openpyxl import Workbook, load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

for name in ("1900", "1904"):
    book = Workbook()
    if name == "1904":
        book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    sheet.append([date(2025, 2, 14), 59, "#N/A", "=1+1", "end"])
    sheet["B1"].number_format = "yyyy-mm-dd"
    book.save(f"{name}.xlsx")
    day, early, missing, *_ = next(load_workbook(f"{name}.xlsx", data_only=True).active.iter_rows(values_only=True))
    print(name, "openpyxl", day.date(), early.date(), missing)
PY
cat >read.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { readXlsx } from 'hucre';
import { readSheet } from 'read-excel-file/node';
import { getXlsxStream } from 'xlstream';
const brief = (cells) => cells.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell))).join(' ');
for (const name of ['1900', '1904']) {
  console.log(name, 'hucre', brief((await readXlsx(readFileSync(`${name}.xlsx`))).sheets[0].rows[0]));
  console.log(name, 'read-excel-file', brief((await readSheet(`${name}.xlsx`))[0]));
  for await (const row of await getXlsxStream({ filePath: `${name}.xlsx`, sheet: 0 })) console.log(name, 'xlstream', brief(row.formatted.arr));
}
JS
venv/bin/python write.py | tee seen
node read.mjs | tee -a seen

diff seen - <<'SEEN'
1900 openpyxl 2025-02-14 1900-02-28 #N/A
1904 openpyxl 2025-02-14 1904-02-29 #N/A
1900 hucre 2025-02-14 1900-02-28 #N/A null end
1900 read-excel-file 2025-02-14 1900-02-27 null null end
1900 xlstream 2025-02-14 1900-02-28 #N/A undefined end
1904 hucre 2025-02-14 1904-02-29 #N/A null end
1904 read-excel-file 2025-02-14 1904-02-29 null null end
1904 xlstream 2021-02-13 1900-02-28 #N/A undefined end
SEEN
