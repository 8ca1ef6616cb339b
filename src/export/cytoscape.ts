import { aboutFields } from './about.ts';
import { cellFields, json } from './json-lines.ts';
import { type NetworkFile, checkNetwork, tieId } from './network.ts';
import { inChunks, mapRows } from './stream.ts';

/**
 * A network as JSON of Cytoscape (`.cyjs`) and Cytoscape.js. `name` is what Cytoscape shows of a node; networkx needs `value`,
 * `directed` and `multigraph`. Null where there is no value, lists as lists.
 */
export function writeCytoscape(file: NetworkFile): AsyncGenerator<string, void, undefined> {
  const { nodes, ties } = checkNetwork(file);
  const { title, ...about } = aboutFields(file.about);
  const head = { format_version: '1.0', directed: false, multigraph: false, data: { name: title, ...about } };
  return inChunks(
    `${json(head).slice(0, -1)},\n"elements":{"nodes":[`,
    mapRows(nodes, ({ key, label, values }, index) =>
      element(index, { id: key, value: key, name: label, label, ...cellFields(file.nodeColumns, values) }),
    ),
    '\n],\n"edges":[',
    mapRows(ties, (tie, index) => {
      const { a: source, b: target, weight, values } = tie;
      return element(index, { id: tieId(tie), source, target, weight, ...cellFields(file.tieColumns, values) });
    }),
    '\n]}}\n',
  );
}

const element = (index: number, data: unknown) => `${index === 0 ? '' : ','}\n${json({ data })}`;
