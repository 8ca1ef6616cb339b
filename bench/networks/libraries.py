"""Measures of a network by python-igraph and networkx, in the definitions of Chancery.

    python libraries.py FOLDER LIBRARY

FOLDER has ties.csv (from, to, weight; nodes are numbers from 0) and nodes.txt (how many nodes). Prints JSON: by measure how
many milliseconds it took ("ms") and what came out ("values", by node). Where definitions differ it is converted here:

- A distance is 1/weight; igraph and networkx take what they are given as a distance. networkx takes sums of them for the same only if all
  bits are, and so misses shortest paths of the same length: it gets whole numbers, where weights are whole, or is not asked.
- closeness: igraph divides by the nodes that are reached; Chancery and networkx (wf_improved) multiply this by their share of
  all other nodes. igraph has no value for nodes without ties, here 0.
- betweenness: networkx divides by the number of pairs unless told not to.
- eigenvector: networkx scales to a sum of squares of 1 and refuses networks in several parts; here the largest is 1.
- community: who is with whom depends on the order of nodes, so only the modularity is compared ("values" has one number).
"""

import csv
import json
import math
import random
import sys
import time
from pathlib import Path

folder, library = Path(sys.argv[1]), sys.argv[2]
count = int((folder / "nodes.txt").read_text())
with open(folder / "ties.csv") as file:
    ties = [(int(a), int(b), float(weight)) for a, b, weight in csv.reader(file)]


def with_igraph():
    import igraph

    graph = igraph.Graph(n=count, edges=[(a, b) for a, b, _ in ties])
    graph.es["weight"] = [weight for _, _, weight in ties]
    distances = [1 / weight for _, _, weight in ties]
    sizes = graph.connected_components().sizes()
    reached = [sizes[part] for part in graph.connected_components().membership]

    def closeness(values):
        share = lambda node: (reached[node] - 1) / (count - 1)
        return [0 if reached[node] == 1 else value * share(node) for node, value in enumerate(values)]

    def communities():
        igraph.set_random_number_generator(random.Random(1))
        return graph.community_multilevel(weights="weight")

    yield "betweenness STEPS", graph.betweenness, list
    yield "betweenness DISTANCE", lambda: graph.betweenness(weights=distances), list
    yield "closeness STEPS", graph.closeness, closeness
    yield "closeness DISTANCE", lambda: graph.closeness(weights=distances), closeness
    yield "eigenvector", lambda: graph.eigenvector_centrality(weights="weight"), list
    yield "community", communities, lambda found: [graph.modularity(found, weights="weight")]
    yield "component", graph.connected_components, lambda found: [len(found)]
    yield "strength", lambda: graph.strength(weights="weight"), list


def with_networkx():
    import networkx

    is_whole = all(weight.is_integer() for _, _, weight in ties)
    # So many of its distances are one of Chancery's.
    unit = math.lcm(*(int(weight) for _, _, weight in ties)) if is_whole else 1
    graph = networkx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_edges_from(
        (a, b, {"weight": weight, "distance": unit // int(weight) if is_whole else 1 / weight})
        for a, b, weight in ties
    )
    by_node = lambda values: [values[node] for node in range(count)]
    by_unit = lambda values: [values[node] * unit for node in range(count)]

    def eigenvector():
        largest = graph.subgraph(max(networkx.connected_components(graph), key=len))
        return networkx.eigenvector_centrality_numpy(largest, weight="weight")

    def scaled(values):
        largest = max(map(abs, values.values()))
        return [abs(values.get(node, 0)) / largest for node in range(count)]

    def betweenness(weight):
        return networkx.betweenness_centrality(graph, normalized=False, weight=weight)

    yield "betweenness STEPS", lambda: betweenness(None), by_node
    if is_whole:
        yield "betweenness DISTANCE", lambda: betweenness("distance"), by_node
    yield "closeness STEPS", lambda: networkx.closeness_centrality(graph), by_node
    yield "closeness DISTANCE", lambda: networkx.closeness_centrality(graph, distance="distance"), by_unit
    yield "eigenvector", eigenvector, scaled
    yield (
        "community",
        lambda: networkx.community.louvain_communities(graph, weight="weight", seed=1),
        lambda found: [networkx.community.modularity(graph, found, weight="weight")],
    )
    yield "component", lambda: list(networkx.connected_components(graph)), lambda found: [len(found)]
    yield "strength", lambda: dict(graph.degree(weight="weight")), by_node


results = {}
for name, compute, convert in {"igraph": with_igraph, "networkx": with_networkx}[library]():
    begun = time.perf_counter()
    found = compute()
    results[name] = {"ms": (time.perf_counter() - begun) * 1000, "values": convert(found)}
json.dump(results, sys.stdout)
