#!/usr/bin/env bash
# citation-js cuts each value of RIS after 70 characters, addresses too, and reads them back with a blank: @citation-js/plugin-ris 0.8.2.
#
# It begins a new line after every 70 characters, in the middle of words (lib/ris.js, format). RIS has one line a tag; readers that take
# further lines join them with a blank, its own reader as well. So the address of a question with a few arguments leads elsewhere or
# nowhere, and a hash of 64 digits after a word is cut in two.
#
# What to do: write RIS with one line a tag, however long (src/citation/ris.ts), and look for blanks in addresses that come from RIS.
#
# Seen:
#   UR  - https://chancery.example/export/network.gexf?nodes=OFFICIAL&from=2023-
#   01-01&until=2023-12-31
#   read back: https://chancery.example/export/network.gexf?nodes=OFFICIAL&from=2023- 01-01&until=2023-12-31
# Needs node 22.12 or later and npm. Ends with 1 if the library does otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm init -y >/dev/null
npm install --silent --no-audit --no-fund @citation-js/core@0.8.2 @citation-js/plugin-ris@0.8.2

cat >write.cjs <<'JS'
const { Cite, plugins } = require('@citation-js/core');
require('@citation-js/plugin-ris');
const URL = 'https://chancery.example/export/network.gexf?nodes=OFFICIAL&from=2023-01-01&until=2023-12-31';
const text = plugins.output.format('ris', [{ id: 'a', type: 'dataset', title: 'Network', URL }]);
console.log(/^UR[^]*?(?=\nER)/m.exec(text)[0]);
console.log(`read back: ${new Cite(text).data[0].URL}`);
JS
node write.cjs | tee seen.txt
diff seen.txt - <<'SEEN'
UR  - https://chancery.example/export/network.gexf?nodes=OFFICIAL&from=2023-
01-01&until=2023-12-31
read back: https://chancery.example/export/network.gexf?nodes=OFFICIAL&from=2023- 01-01&until=2023-12-31
SEEN
echo "As seen: the address is cut, and read back with a blank."
