#!/usr/bin/env bash
# Short names of countries in CLDR are the ISO codes of other countries: npm `cldr-localenames-full` and `cldr-core` 48.2.0 (Unicode-3.0).
#
# CLDR has short names of a few territories (`GB-alt-short`, `US-alt-short`, `UN-alt-short`), to be shown where room is scarce. In Spanish and
# Catalan the United Kingdom is "RU", in French "R.-U.", and the United States are "É.-U.": without points and accents, as names are compared,
# those are the codes of Russia and of the European Union. So are short forms of the United States in Indonesian ("AS", American Samoa) and
# of the United Nations in Dutch ("VN", Vietnam) and Turkish ("BM", Bermuda). Whoever adds CLDR's names
# to a list by which countries are looked up, and has the codes there too, takes "RU" for Britain, in whatever order.
#
# What to do: leave out a short name that is a code of another territory. Chancery does (seed/generate/countries/names.ts;
# test/unit/dataset/country-names.test.ts holds that no code of ISO 3166-1 is a name of another country).
#
# Seen: the lines below, in locales without a region. Needs node and npm. Ends with 1 if the data says otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm init -y >/dev/null
npm install --silent --no-audit --no-fund cldr-localenames-full@48.2.0 cldr-core@48.2.0

cat >codes.mjs <<'JS'
import { existsSync, readdirSync, readFileSync } from 'node:fs';
const json = (file) => JSON.parse(readFileSync(`node_modules/${file}`, 'utf8'));
const { codeMappings } = json('cldr-core/supplemental/codeMappings.json').supplemental;
const plain = (name) => name.normalize('NFD').replace(/[\p{M}\p{P}\p{Z}]/gu, '');
const main = 'cldr-localenames-full/main';
const locales = readdirSync(`node_modules/${main}`).filter(
  (locale) => /^[a-z]+$/.test(locale) && existsSync(`node_modules/${main}/${locale}/territories.json`),
);
const seen = new Map();
for (const locale of locales) {
  const file = json(`${main}/${locale}/territories.json`);
  const { territories } = file.main[locale].localeDisplayNames;
  for (const [key, name] of Object.entries(territories)) {
    const [territory] = key.split('-');
    const code = plain(name);
    if (!/^[A-Z]{2}$/.test(territory) || !/^[A-Z]{2}$/.test(code) || !codeMappings[code] || !territories[code] || code === territory) continue;
    const line = `${territory} "${name}" is ${code}:`;
    seen.set(line, [...(seen.get(line) ?? []), locale]);
  }
}
for (const [line, locales] of seen) console.log(line, ...locales);
JS
node codes.mjs | tee codes.txt

diff codes.txt - <<'SEEN'
UN "VN" is VN: af nl
GB "GT" is GT: blo
GB "RU" is RU: br ca es gl ia sc
UN "CU" is CU: cy
GB "R.-U." is RU: fr ht
US "É.-U." is EU: fr ht
UN "NA" is NA: ga
US "SA" is SA: gd
US "AS" is AS: id jv
GB "KM" is KM: jv
GB "R.U." is RU: kea
US "A.S" is AS: ms
UN "SN" is SN: nn
US "SJ" is SJ: scn
UN "BM" is BM: tr
SEEN
