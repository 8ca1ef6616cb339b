"""Asks two engines, rdflib and Oxigraph, the queries in a folder of the files in it, and prints their answers as JSON.

Arguments: the folder, with `*.rq`, and `record.nt` and `record.ttl`. What an engine warns of is an error.
"""

import json
import pathlib
import sys
import warnings

import pyoxigraph
import rdflib

folder = pathlib.Path(sys.argv[1])
warnings.simplefilter("error")


def of_rdflib(path):
    graph = rdflib.Graph()
    graph.parse(path)

    def ask(query):
        result = graph.query(query)
        return [{str(name): str(row[name]) for name in result.vars if row[name] is not None} for row in result]

    return len(graph), ask


def of_oxigraph(path):
    store = pyoxigraph.Store()
    store.load(path=str(path))

    def ask(query):
        result = store.query(query)
        names = [variable.value for variable in result.variables]
        return [{name: row[name].value for name in names if row[name] is not None} for row in result]

    return len(store), ask


answers = {}
for name, read in {"rdflib": of_rdflib, "oxigraph": of_oxigraph}.items():
    for extension in ["nt", "ttl"]:
        size, ask = read(folder / f"record.{extension}")
        queries = {path.stem: ask(path.read_text("utf-8")) for path in folder.glob("*.rq")}
        answers[f"{name} {extension}"] = {"size": size, "answers": queries}
json.dump(answers, sys.stdout)
