#!/usr/bin/env bash
# igraph refuses a whole GraphML file because of one number that is too near to zero: PyPI `igraph` 1.0.0 (C core of the same version).
#
# A double below 2^-1022 (2.2e-308) has fewer digits than others and is as good a number; networkx, Gephi and R read it.
# igraph takes what the C library says of it, ERANGE, for an overflow, and gives up. Such numbers come about where they are
# not looked for: the eigenvector centrality of nodes outside the largest component shrinks with each step, to 1e-310 and then to 0.
#
# What to do: write them as 0. Chancery does so in every format, so that files of one question agree (src/export/table.ts, test/unit/export).
#
# Seen:
#   2.2250738585072014e-308  read
#   1e-310  Failed to parse real number. -- Integer or double overflow
#   5e-324  Failed to parse real number. -- Integer or double overflow
# Needs python3 with venv. Ends with 1 if igraph does otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check igraph==1.0.0

cat >read.py <<'PY'
import sys, igraph
for number in sys.argv[1:]:
    open("small.graphml", "w").write(f'''<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="c" for="node" attr.name="centrality" attr.type="double"/>
<graph edgedefault="undirected"><node id="a"><data key="c">{number}</data></node></graph></graphml>''')
    try:
        assert igraph.Graph.Read_GraphML("small.graphml").vs["centrality"] == [float(number)]
        print(number, "read")
    except igraph.InternalError as error:
        print(number, str(error).split(": ", 1)[1])
PY
venv/bin/python read.py 2.2250738585072014e-308 1e-310 5e-324 | tee seen.txt
diff seen.txt - <<'SEEN'
2.2250738585072014e-308 read
1e-310 Failed to parse real number. -- Integer or double overflow
5e-324 Failed to parse real number. -- Integer or double overflow
SEEN
echo "As seen: one number below 2^-1022 makes a file unreadable."
