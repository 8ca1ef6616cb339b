#!/usr/bin/env bash
# `require('numfmt')` finds no file in npm `numfmt` 4.0.1: its package.json names dist/index.cjs, which is not in the package.
#
# It names dist/index.d.cts for types, too; the package has dist/index.js, which is CommonJS, and dist/index.mjs, which nothing names. `import`
# works, by way of the CommonJS file. 3.2.6 is whole.
#
# What to do: stay with 3.2.6, whose formats and `getFormatDateInfo` are the same for dates. Chancery does (src/dataset/table/xlsx-number.ts).
#
# Seen: MODULE_NOT_FOUND, then the text "February 2025". Needs node and npm. Ends with 1 if it is otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm init -y >/dev/null
npm install --silent --no-audit --no-fund numfmt@4.0.1
code=$(node -e "try { require('numfmt'); } catch (error) { console.log(error.code); }")
text=$(node --input-type=module -e "import { format } from 'numfmt'; console.log(format('mmmm yyyy', 45702));")
echo "4.0.1: $code $text"
npm install --silent --no-audit --no-fund numfmt@3.2.6
whole=$(node -e "console.log(require('numfmt').format('mmmm yyyy', 45702));")
echo "3.2.6: $whole"
[ "$code" = MODULE_NOT_FOUND ] && [ "$text" = 'February 2025' ] && [ "$whole" = 'February 2025' ]
