"""Reads the exports in a folder with networkx, igraph and pandas, and prints what each of them made of it, as JSON.

Every reader is called as its documentation says, with nothing set, except where the name says otherwise. What is not a number is null.
"""

import json
import math
import sys
import warnings

import csvw
import igraph
import networkx
import pandas

folder = sys.argv[1]


def plain(value):
    """The value as JSON has it."""
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if hasattr(value, "item"):
        value = value.item()
    return None if isinstance(value, float) and math.isnan(value) else value


def of_networkx(graph):
    return {
        "kind": type(graph).__name__,
        "about": dict(graph.graph),
        "nodes": [[key, attributes] for key, attributes in graph.nodes(data=True)],
        "ties": [[a, b, attributes] for a, b, attributes in graph.edges(data=True)],
    }


def of_igraph(graph):
    return {
        "directed": graph.is_directed(),
        "about": {name: graph[name] for name in graph.attributes()},
        "nodes": [vertex.attributes() for vertex in graph.vs],
        "ties": [[*(graph.vs[end]["id"] for end in edge.tuple), edge.attributes()] for edge in graph.es],
    }


def of_pandas(frame):
    return {"types": {name: str(kind) for name, kind in frame.dtypes.items()}, "rows": frame.to_dict(orient="records")}


def write_and_read(graph, write, read):
    """The network as networkx writes it once more and reads it again."""
    path = f"{folder}/again"
    write(graph, path)
    return of_networkx(read(path))


def of_csvw(path):
    """The rows of the CSV beside a metadata document, with the types that it gives them."""
    read = csvw.CSVW(path, validate=True)
    table = read.tables[0]
    return {
        "valid": read.is_valid,
        "about": {str(name): value for name, value in table.common_props.items()},
        "rows": [dict(row) for row in table],
    }


def path(extension):
    return f"{folder}/network.{extension}"


def wrong_numbers():
    """How many of the numbers in a file pandas gets wrong, by a bit or more, by the way they are read."""
    with open(f"{folder}/numbers.jsonl") as lines:
        numbers = [json.loads(line)["number"] for line in lines]
    path = f"{folder}/numbers.jsonl"
    ways = {
        "csv": pandas.read_csv(f"{folder}/numbers.csv"),
        "jsonl": pandas.read_json(path, lines=True),
        "jsonl, precise": pandas.read_json(path, lines=True, precise_float=True),
        "jsonl, line by line": pandas.DataFrame({"number": numbers}),
    }
    return {
        way: sum(a != b for a, b in zip(numbers, frame["number"].tolist(), strict=True)) for way, frame in ways.items()
    }


warnings.simplefilter("error")
gexf = networkx.read_gexf(path("gexf"))
graphml = networkx.read_graphml(path("graphml"))
with open(path("cyjs"), encoding="utf-8") as file:
    cytoscape = networkx.cytoscape_graph(json.load(file))
ties = pandas.read_csv(path("ties.csv"))
nodes = pandas.read_csv(path("nodes.csv"), keep_default_na=False)
text = {"dtype": str, "keep_default_na": False}
from_tables = networkx.from_pandas_edgelist(ties, edge_attr=True)
from_tables.add_nodes_from(nodes["id"])

json.dump(
    plain(
        {
            "networkx": {
                "gexf": of_networkx(gexf),
                "graphml": of_networkx(graphml),
                "cyjs": of_networkx(cytoscape),
                "csv": of_networkx(from_tables),
                "gexf again": write_and_read(gexf, networkx.write_gexf, networkx.read_gexf),
                "graphml again": write_and_read(graphml, networkx.write_graphml, networkx.read_graphml),
                "gexf as cyjs": networkx.cytoscape_data(gexf)["elements"],
                "graphml as cyjs": networkx.cytoscape_data(graphml)["elements"],
            },
            "igraph": {"graphml": of_igraph(igraph.Graph.Read_GraphML(path("graphml")))},
            "pandas": {
                "csv": of_pandas(pandas.read_csv(f"{folder}/table.csv")),
                "csv, NA kept": of_pandas(pandas.read_csv(f"{folder}/table.csv", keep_default_na=False, na_values=[""])),
                "csv as text": of_pandas(pandas.read_csv(f"{folder}/table.csv", **text)),
                "jsonl": of_pandas(pandas.read_json(f"{folder}/table.jsonl", lines=True)),
                "nodes.csv as text": of_pandas(pandas.read_csv(path("nodes.csv"), **text)),
                "ties.csv": of_pandas(ties),
            },
            "csvw": of_csvw(f"{folder}/table.csv-metadata.json"),
            "wrong numbers": wrong_numbers(),
        }
    ),
    sys.stdout,
    ensure_ascii=True,
    allow_nan=False,
)
