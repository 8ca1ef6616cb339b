#!/usr/bin/env bash
# Crimea is in the shape of Russia; npm `world-atlas` 2.0.2 (Natural Earth 4.1.0), in all of its scales.
#
# Natural Earth draws who is in control, in the judgement of its makers. Whoever draws `countries-*.json` draws Crimea with Russia, without a word in the
# file. Of other disputed lands some are with one side (the Golan, Western Sahara at 1:110m and 1:50m alike), some are shapes without a number (Kosovo, Northern
# Cyprus, Somaliland).
#
# What to do: decide before drawing. Chancery draws `land-*.json`, which has no borders (docs/decisions/2026-12-01-borders-on-the-map.md).
#
# Seen: the lines below. Needs node and npm. Ends with 1 if the package does otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm init --yes >/dev/null
npm install --silent --no-audit --no-fund world-atlas@2.0.2 topojson-client@3.1.0 d3-geo@3.1.2

cat >where.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { geoContains } from 'd3-geo';
import { feature } from 'topojson-client';

for (const scale of ['110m', '50m', '10m']) {
  const topology = JSON.parse(readFileSync(`node_modules/world-atlas/countries-${scale}.json`, 'utf8'));
  const { features } = feature(topology, topology.objects.countries);
  const at = (point) => features.find((shape) => geoContains(shape, point))?.properties.name;
  console.log(scale, 'Simferopol:', at([34.1, 45]), '- Kherson:', at([33, 46.6]));
}
JS
node where.mjs | tee where.txt

diff where.txt - <<'SEEN'
110m Simferopol: Russia - Kherson: Ukraine
50m Simferopol: Russia - Kherson: Ukraine
10m Simferopol: Russia - Kherson: Ukraine
SEEN
