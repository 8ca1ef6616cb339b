import { spreadOf } from '../measure/figures.ts';
import { type Results } from './results.ts';

/** A figure beside what it should be. It is reported, never asserted: a busy machine is no fault of the code. */
export interface Goal {
  what: string;
  figure: number;
  /** At most, or at least, this. */
  bound: ['<=' | '>=' | '<', number];
  unit: string;
}

export const isMet = ({ figure, bound: [comparison, limit] }: Goal): boolean => {
  if (comparison === '>=') return figure >= limit;
  return comparison === '<' ? figure < limit : figure <= limit;
};

const floorRatio: Record<string, number> = { Q1: 1.25, Q2: 1.1, Q3: 1.1, Q4: 1.1, Q5: 1.25 };
const peerRatio: Record<string, number> = { Q1: 2, Q2: 5, Q3: 40, Q4: 4, Q5: 2 };
const firstMs: Record<string, number> = { aliases: 15, fields: 15, nesting: 25 };
/** Questions whose answers are as large in a small graph as in a large one. */
const local = ['Q1', 'Q2', 'Q5'];

/** Every target of the design with the figure of this run. */
export function targetsOf({ questions, hot, throughput, repeated, first, growth, memory }: Results): Goal[] {
  const names = questions.map(({ name }) => name);
  const median = (times: number[]) => spreadOf(times).median;
  const targets = [
    ...names.map((name): Goal => ({
      what: `${name}: time, in times of the floor`,
      figure: median(hot.of(name, 'Chancery')) / median(hot.of(name, 'floor')),
      bound: ['<=', floorRatio[name]!],
      unit: '×',
    })),
    ...names.map((name): Goal => ({
      what: `${name}: answers per second at 16 clients, in times of the floor`,
      figure: median(throughput.of(name, 'Chancery')) / median(throughput.of(name, 'floor')),
      bound: ['>=', 0.85],
      unit: '×',
    })),
    ...names.map((name): Goal => ({
      what: `${name}: how many times as fast as the peer`,
      figure: median(hot.of(name, 'peer')) / median(hot.of(name, 'Chancery')),
      bound: ['>=', peerRatio[name]!],
      unit: '×',
    })),
    ...Object.entries(firstMs).map(([kind, ms]): Goal => ({
      what: `first run of new ${kind}`,
      figure: median(first.of(kind, 'Chancery')),
      bound: ['<=', ms],
      unit: ' ms',
    })),
    ...local.map((name): Goal => ({
      what: `${name}: time in ten times the graph`,
      figure: median(growth.of(name, 'Chancery whole')) / median(growth.of(name, 'Chancery tenth')),
      bound: ['<=', 1.2],
      unit: '×',
    })),
    ...names.map((name): Goal => ({
      what: `${name}: repeated while nothing changed, in times of the floor`,
      figure: median(repeated.of(name, 'Chancery')) / median(repeated.of(name, 'floor')),
      bound: ['<', 1],
      unit: '×',
    })),
  ];
  const held = memory.get('Chancery');
  if (held != null) targets.push({ what: 'memory of the API process', figure: held, bound: ['<', 300], unit: ' MB' });
  return targets;
}
