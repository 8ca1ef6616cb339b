#!/usr/bin/env bash
# citation-js writes BibTeX without the letters that it has no TeX command for, and says nothing: @citation-js/plugin-bibtex 0.9.0.
#
# Its output is ASCII by default. A letter without a command is replaced by nothing (lib/output/value.js), so of a title in Chinese or
# Ukrainian nothing is left but accents that stood on its letters. With `format.asciiOnly: false` all letters stay, and nothing is
# escaped any more: TeX takes what follows a % for a comment.
#
# What to do: write BibTeX in UTF-8 and escape what TeX takes for its own (src/citation/bibtex.ts).
#
# Seen:
#   default:          50\% \&{\"  },
#   asciiOnly: false: 50% & Київ, 北京
# Needs node 22.12 or later and npm. Ends with 1 if the library does otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm init -y >/dev/null
npm install --silent --no-audit --no-fund @citation-js/core@0.9.0 @citation-js/plugin-bibtex@0.9.0

cat >write.cjs <<'JS'
const { plugins } = require('@citation-js/core');
require('@citation-js/plugin-bibtex');
const item = { id: 'a', type: 'webpage', title: '50% & Київ, 北京' };
const title = () => /title = \{(.*)\}/.exec(plugins.output.format('bibtex', [item]))[1].trim();
console.log(`default: ${title()}`);
plugins.config.get('@bibtex').format.asciiOnly = false;
console.log(`asciiOnly: false: ${title()}`);
JS
node write.cjs | tee seen.txt
diff seen.txt - <<'SEEN'
default: 50\% \&{\"  },
asciiOnly: false: 50% & Київ, 北京
SEEN
echo "As seen: by default no letter of Київ and 北京 is left; otherwise % and & are not escaped."
