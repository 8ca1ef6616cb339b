#!/usr/bin/env bash
# A decade or a century of Wikidata becomes a year or the first day of one in npm `wikibase-sdk` 11.6.6, without a mark.
#
# Wikidata says how precise a time is beside it: 9 a year, 8 a decade, 7 a century. What stands in place of month and day is 00 in some
# statements and 01 in others. `simple-day` makes text as precise as the time, but looks at precision 9 and 10 alone
# (src/helpers/time.ts): a decade written with 00 is a year, one written with 01 is a day, and the default `iso` makes a day of everything. "In the
# 1990s" then is 1 January 1990, a day on which meetings can be found.
#
# What to do: take the precision from the JSON of the entity, not from simplified claims; 1990s is `199X` in EDTF, and so it is kept here
# (src/domain/time, test/unit/domain).
#
# Seen: the lines below. Needs node and npm. Ends with 1 if the package does otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund wikibase-sdk@11.6.6

cat >times.mjs <<'JS'
import { simplifyClaim } from 'wikibase-sdk';

const kinds = { 7: 'century', 8: 'decade', 9: 'year' };
function simplified(time, precision, timeConverter) {
  const calendarmodel = 'http://www.wikidata.org/entity/Q1985727';
  const value = { time, precision, timezone: 0, before: 0, after: 0, calendarmodel };
  const mainsnak = { snaktype: 'value', property: 'P571', datatype: 'time', datavalue: { type: 'time', value } };
  return simplifyClaim({ id: 'Q1$1', type: 'statement', rank: 'normal', mainsnak }, { timeConverter });
}
const times = [
  ['+1990-00-00T00:00:00Z', 9],
  ['+1990-01-01T00:00:00Z', 9],
  ['+1990-00-00T00:00:00Z', 8],
  ['+1990-01-01T00:00:00Z', 8],
  ['+1901-01-01T00:00:00Z', 7],
];
for (const [time, precision] of times)
  console.log(kinds[precision], time, '->', simplified(time, precision, 'simple-day'), simplified(time, precision, 'iso'));
JS
node times.mjs 2>/dev/null | tee seen.txt

diff seen.txt - <<'SEEN'
year +1990-00-00T00:00:00Z -> 1990 1990-01-01T00:00:00.000Z
year +1990-01-01T00:00:00Z -> 1990 1990-01-01T00:00:00.000Z
decade +1990-00-00T00:00:00Z -> 1990 1990-01-01T00:00:00.000Z
decade +1990-01-01T00:00:00Z -> 1990-01-01 1990-01-01T00:00:00.000Z
century +1901-01-01T00:00:00Z -> 1901-01-01 1901-01-01T00:00:00.000Z
SEEN
echo "As seen: the decade is a year or a day, as its statement was written."
