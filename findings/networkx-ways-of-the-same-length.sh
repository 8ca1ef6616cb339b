#!/usr/bin/env bash
# Weighted betweenness in networkx 3.6.1 takes two ways for equally long only if their sums are equal to the last bit; python-igraph 1.0.0 does not.
#
# With distances of 1/weight, as ties that count meetings have, a way over two ties of weight 10 and 15 is as long as one tie of weight 6:
# 1/10 + 1/15 = 1/6. In floating point the sum is 0.16666666666666669 and 1/6 is 0.16666666666666666, so that networkx
# (_single_source_dijkstra_path_basic, `vw_dist == seen[w]`) sees one shortest path where there are two: the node between has a betweenness of 0
# instead of 1/2. Among 200 officials with 16,859 ties, values differ by up to 1.2 %, without a word.
#
# What to do: give networkx whole numbers: the least common multiple of all weights divided by each. Chancery takes lengths that differ
# by less than 1e-12 of them for the same (src/network/rows-by-length.ts), and bench/networks/libraries.py converts.
#
# Seen (betweenness of the three nodes):
#   networkx, 1/weight:       [0.0, 0.0, 0.0]
#   networkx, whole numbers:  [0.0, 0.5, 0.0]
#   igraph, 1/weight:         [0.0, 0.5, 0.0]
# Needs python 3.11 or later. Ends with 1 if a library does otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet networkx==3.6.1 python-igraph==1.0.0

cat >ways.py <<'PY'
import igraph, networkx
ties = [(0, 1, 10), (1, 2, 15), (0, 2, 6)]
graph = networkx.Graph()
for a, b, weight in ties:
    graph.add_edge(a, b, distance=1 / weight, whole=30 // weight)
between = lambda name: networkx.betweenness_centrality(graph, normalized=False, weight=name)
print("networkx, 1/weight:      ", [between("distance")[node] for node in range(3)])
print("networkx, whole numbers: ", [between("whole")[node] for node in range(3)])
other = igraph.Graph(edges=[(a, b) for a, b, _ in ties])
print("igraph, 1/weight:        ", other.betweenness(weights=[1 / weight for _, _, weight in ties]))
PY
venv/bin/python ways.py | tee seen.txt
diff seen.txt - <<'SEEN'
networkx, 1/weight:       [0.0, 0.0, 0.0]
networkx, whole numbers:  [0.0, 0.5, 0.0]
igraph, 1/weight:         [0.0, 0.5, 0.0]
SEEN
echo "As seen."
