import { type Compared } from '../measure/shortcut-edges.ts';
import { type Collected } from '../measure/figures.ts';
import { type Machine } from '../measure/machine.ts';
import { type Question } from '../questions/question.ts';
import { type ServerName } from '../servers/running.ts';
import { type Size } from '../dataset/size.ts';

/** All that one run of the benchmark has found. Times are in milliseconds. */
export interface Results {
  size: Size;
  /** How many participations the world has in fact. */
  participations: number;
  machine: Machine;
  /** The day, `2026-01-31`. */
  on: string;
  /** The least and the most of the load averages that were seen while measuring. */
  load: [least: number, most: number];
  /** Participations per second; null where the world was made by an earlier run. */
  importRate: number | null;
  questions: readonly Question[];
  /** Mean size of an answer in bytes, by question. */
  bytes: ReadonlyMap<string, number>;
  /** By question and server. */
  hot: Collected;
  /** Answers per second, by question and server. */
  throughput: Collected;
  /** By question, of Chancery and the floor. */
  repeated: Collected;
  /** By kind of news, of Chancery and the peer. */
  first: Collected;
  /** By question and `Chancery tenth`, `Chancery whole`, `floor tenth`, `floor whole`. */
  growth: Collected;
  edges: readonly Compared[];
  /** In MB. */
  memory: ReadonlyMap<ServerName, number | null>;
}
