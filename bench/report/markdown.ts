import { spreadOf } from '../measure/figures.ts';
import { CLIENTS } from '../measure/throughput.ts';
import { COLD_QUERIES, kinds } from '../shapes/cold-shapes.ts';
import { type Results } from './results.ts';
import { type Goal, isMet, targetsOf } from './targets.ts';

const SERVERS = ['Chancery', 'floor', 'peer'] as const;

/** Two significant digits below ten, none behind the point above. */
export const short = (figure: number): string =>
  figure >= 100 ? Math.round(figure).toLocaleString('en') : figure >= 10 ? figure.toFixed(1) : figure.toFixed(2);

const table = (head: string[], rows: string[][]): string =>
  [head, head.map((_, column) => (column === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

const median = (times: number[]) => spreadOf(times).median;
const bothOf = (times: number[]) => `${short(spreadOf(times).median)} / ${short(spreadOf(times).p95)}`;

/** The results for people: what the README shows, and what lies behind it. */
export function markdownOf(results: Results, chart: string): string {
  return [heading(results), `![Times of the three](${chart})`, ...sections(results)].join('\n\n') + '\n';
}

function heading({ size, participations, machine, on, load, importRate }: Results): string {
  const count = (number: number) => number.toLocaleString('en');
  return `# Benchmark: ${count(participations)} participations

Taken on ${on} in a world of ${count(size.officials)} officials, ${count(size.meetings)} meetings and ${count(participations)} participations with their claims, on ${machine.processor}, ${machine.cores} cores, ${machine.memoryGb} GB, ${machine.system}, Node ${machine.node}. The load average
was between ${load[0].toFixed(1)} and ${load[1].toFixed(1)} while it was measured, that of the benchmark itself included.${
    importRate === null ? '' : ` The importer recorded ${Math.round(importRate)} participations per second.`
  }

_Floor_: Cypher tuned by hand for each question, over the bare driver and a bare HTTP server. _Peer_: @neo4j/graphql behind Apollo
Server. All three read the same database and gave the same answers before anything was timed. What is measured how:
[the README of the benchmark](../README.md).`;
}

function sections(results: Results): string[] {
  const { questions, hot, throughput, repeated, first, growth, edges, memory, bytes } = results;
  const byQuestion = (cells: (name: string) => string[]) => questions.map(({ name }) => [name, ...cells(name)]);
  const targets = targetsOf(results);
  const met = targets.filter(isMet).length;
  return [
    `## One request at a time, ms, median / p95`,
    table(
      ['', 'Chancery', 'floor', 'peer', 'Chancery / floor', 'peer / Chancery', 'answer'],
      byQuestion((name) => [
        ...SERVERS.map((server) => bothOf(hot.of(name, server))),
        `${short(median(hot.of(name, 'Chancery')) / median(hot.of(name, 'floor')))} ×`,
        `${short(median(hot.of(name, 'peer')) / median(hot.of(name, 'Chancery')))} ×`,
        `${((bytes.get(name) ?? 0) / 1_000).toFixed(1)} kB`,
      ]),
    ),
    questions.map(({ name, asks }) => `${name}: ${asks}`).join(' · ') + '.',
    `## Answers per second at ${CLIENTS} clients`,
    table(
      ['', ...SERVERS, 'Chancery / floor'],
      byQuestion((name) => [
        ...SERVERS.map((server) => short(median(throughput.of(name, server)))),
        `${short(median(throughput.of(name, 'Chancery')) / median(throughput.of(name, 'floor')))} ×`,
      ]),
    ),
    `## The same request again, nothing having changed, ms, median / p95`,
    table(
      ['', 'Chancery, from memory', 'floor'],
      byQuestion((name) => [bothOf(repeated.of(name, 'Chancery')), bothOf(repeated.of(name, 'floor'))]),
    ),
    `## First run of a shape nobody asked before, ms, median / p95 of ${COLD_QUERIES}`,
    table(
      ['', 'Chancery', 'peer'],
      kinds.map((kind) => [
        kind === 'nothing' ? 'nothing new' : `new ${kind}`,
        bothOf(first.of(kind, 'Chancery')),
        bothOf(first.of(kind, 'peer')),
      ]),
    ),
    `## Ten times the graph, ms, median`,
    table(
      ['', ...['Chancery', 'floor'].flatMap((name) => [`${name}, tenth`, `${name}, whole`, 'growth'])],
      byQuestion((name) =>
        ['Chancery', 'floor'].flatMap((server) => {
          const [tenth, whole] = ['tenth', 'whole'].map((part) => median(growth.of(name, `${server} ${part}`)));
          return [short(tenth!), short(whole!), `${short(whole! / tenth!)} ×`];
        }),
      ),
    ),
    `## Derived edges against walking Participation nodes, bare driver`,
    table(
      ['', 'edges, ms', 'facts, ms', 'edges, database hits', 'facts, database hits', 'facts / edges, time', 'hits'],
      edges.map(({ asks, edge, walk }) => [
        asks,
        short(edge.median),
        short(walk.median),
        short(edge.hits),
        short(walk.hits),
        `${short(walk.median / edge.median)} ×`,
        `${short(walk.hits / edge.hits)} ×`,
      ]),
    ),
    `## Memory of the servers, MB at most`,
    table([...SERVERS], [SERVERS.map((name) => memory.get(name)?.toFixed(0) ?? 'not known')]),
    `## Targets: ${met} of ${targets.length} met`,
    table(['', 'figure', 'target', ''], targets.map(targetRow)),
  ];
}

function targetRow(target: Goal): string[] {
  const { what, figure, bound, unit } = target;
  return [what, `${short(figure)}${unit}`, `${bound[0]} ${bound[1]}${unit}`, isMet(target) ? 'met' : '**missed**'];
}
