#!/usr/bin/env bash
# A default in GraphML is a value for igraph, no value for networkx, and a text for graphology: PyPI `igraph` 1.0.0, `networkx` 3.6.1, npm
# `graphology-graphml` 0.5.2.
#
# `<key attr.type="double"><default>1.0</default></key>` says what nodes and ties have that say nothing else (GraphML Primer, "GraphML-Attributes").
# igraph gives it to each of them. networkx keeps it apart, in `G.graph["edge_default"]`, and no tie has the attribute, so that
# `weight="weight"` counts 1 where the default was another number. graphology gives it to each, but as text: "1.5", beside numbers where a
# tie says its own, and "1.5" + 1 is "1.51".
#
# What to do: write every value at every node and tie, and no default. Chancery's GraphML has none (src/export/graphml.ts), so one file is one network in
# all of them (test/unit/export, docs/exports-in-tools.md).
#
# Seen:
#   igraph      [1.5, 2.0]
#   networkx    [None, 2.0]
#   graphology  ["1.5",2]
# Needs node, npm and python3 with venv. Ends with 1 if a reader does otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund graphology@0.26.0 graphology-graphml@0.5.2 @xmldom/xmldom@0.9.12
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check igraph==1.0.0 networkx==3.6.1

cat >ties.graphml <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="w" for="edge" attr.name="weight" attr.type="double"><default>1.5</default></key>
  <graph edgedefault="undirected">
    <node id="a"/><node id="b"/><node id="c"/>
    <edge source="a" target="b"/>
    <edge source="b" target="c"><data key="w">2</data></edge>
  </graph>
</graphml>
XML
cat >read.py <<'PY'
import igraph, networkx

print("igraph     ", igraph.Graph.Read_GraphML("ties.graphml").es["weight"])
print("networkx   ", [tie.get("weight") for _, _, tie in networkx.read_graphml("ties.graphml").edges(data=True)])
PY
cat >read.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { DOMParser } from '@xmldom/xmldom';
import Graph from 'graphology';
import graphml from 'graphology-graphml';

globalThis.DOMParser = DOMParser;
const graph = graphml.parse(Graph, readFileSync('ties.graphml', 'utf8'));
console.log('graphology ', JSON.stringify(graph.mapEdges((edge, { weight }) => weight)));
JS
{ venv/bin/python read.py; node read.mjs; } | tee seen.txt

diff seen.txt - <<'SEEN'
igraph      [1.5, 2.0]
networkx    [None, 2.0]
graphology  ["1.5",2]
SEEN
echo "As seen: three readers, three networks."
