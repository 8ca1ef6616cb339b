"""Runs the code cells of a notebook, one after the other, and prints the values of some of its names as JSON.

Arguments: the notebook, and the names. A table is a list of its rows, a network its nodes and ties. Beside them, `figures` is how many
figures were drawn.
"""

import contextlib
import json
import sys
import warnings

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import networkx
import pandas


def plain(value):
    if isinstance(value, pandas.DataFrame):
        return value.to_dict(orient="records")
    if isinstance(value, networkx.Graph):
        return {"nodes": dict(value.nodes(data=True)), "ties": [list(tie) for tie in value.edges(data=True)]}
    return value


path, *names = sys.argv[1:]
with open(path, encoding="utf-8") as file:
    cells = json.load(file)["cells"]
warnings.simplefilter("error")
namespace = {}
with contextlib.redirect_stdout(sys.stderr):
    for number, cell in enumerate(cells):
        if cell["cell_type"] == "code":
            exec(compile("".join(cell["source"]), f"cell {number}", "exec"), namespace)
for number in plt.get_fignums():
    plt.figure(number).canvas.draw()
print(json.dumps({"figures": len(plt.get_fignums()), **{name: plain(namespace[name]) for name in names}}))
