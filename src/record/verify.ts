import { type Database, type Tx } from '../graph/database.ts';
import { type Difference } from './derive/shape.ts';
import { broken, strayFindings } from './invariants.ts';
import { type Link } from './links.ts';
import { differencesIn, steps } from './settle.ts';
import { type TypeName } from '../domain/thing-types.ts';

/** Something that the graph holds otherwise than it should. */
export interface Finding {
  /** The key of the thing, else what there is to find it by. */
  key: string;
  /** What is wrong with it; reads on from the key: `meeting:udcg-26` `has no ATTENDS from official:john-healey`. */
  message: string;
}

/** Things worked out between two lines of progress, and in one transaction. */
const BATCH = 1_000;
/** For the largest checks, which look at the whole graph. */
const LIMIT_MS = 10 * 60_000;

const IDS = (type: TypeName) => `MATCH (t:${type}) RETURN t.id ORDER BY t.id`;

/** The ids of everything of these types. */
export async function idsOf(database: Database, types: readonly TypeName[]): Promise<string[]> {
  const ids: string[] = [];
  for (const type of types) {
    const rows = await database.read((tx) => tx.rows(IDS(type)), { timeoutMs: LIMIT_MS });
    ids.push(...rows.map(([id]) => id as string));
  }
  return ids;
}

/**
 * Compares everything that is derived with what claims and descriptions come to, and checks what must hold of the graph.
 * Nothing is written; {@link rebuild} puts right what can be worked out again.
 *
 * @returns What differs; empty for a sound graph.
 */
export async function verify(database: Database, onProgress: (line: string) => void = () => {}): Promise<Finding[]> {
  const findings: Finding[] = [];
  onProgress('Checking what must hold');
  findings.push(...(await database.read(broken, { timeoutMs: LIMIT_MS })));
  findings.push(...(await database.read(strayFindings, { timeoutMs: LIMIT_MS })));
  for (const step of steps) {
    const ids = await idsOf(database, step.types);
    onProgress(`Comparing ${step.name}: ${ids.length}`);
    for (let start = 0; start < ids.length; start += BATCH) {
      const batch = ids.slice(start, start + BATCH);
      const found = await database.read(
        async (tx) => {
          const told: Finding[] = [];
          for await (const differences of differencesIn(tx, step, batch)) told.push(...(await tell(tx, differences)));
          return told;
        },
        { timeoutMs: LIMIT_MS },
      );
      findings.push(...found);
    }
  }
  return findings;
}

const KEYS = 'UNWIND $ids AS id MATCH (t:Thing {id: id}) RETURN id, t.key';

/** Differences in words. */
async function tell(tx: Tx, differences: readonly Difference[]): Promise<Finding[]> {
  const ends = differences.flatMap(({ addLinks, removeLinks }) =>
    [...addLinks, ...removeLinks].flatMap(({ from, to }) => [from, to]),
  );
  const keys = new Map((await tx.rows(KEYS, { ids: [...new Set(ends)] })) as [string, string][]);
  return differences.flatMap((difference) => {
    const { key, stored } = difference.derivation;
    const line = (message: string): Finding => ({ key, message });
    const named = ({ type, from, to }: Link) => `${type} from ${keys.get(from) ?? from} to ${keys.get(to) ?? to}`;
    return [
      ...Object.entries(difference.properties).map(([name, value]) =>
        line(`has ${name} ${shown(stored.properties[name])}; expected ${shown(value)}`),
      ),
      ...difference.addLinks.map((link) => line(`lacks ${named(link)} ${shown(link.properties)}`)),
      ...difference.removeLinks.map((link) =>
        line(`has ${named(link)} ${shown(link.properties)}, which nothing supports`),
      ),
      ...difference.addExternalIds.map((name) => line(`lacks the external id ${name}`)),
      ...difference.removeExternalIds.map((name) => line(`has the external id ${name}, which nothing supports`)),
      ...difference.addConflicts.map(({ slot }) => line(`lacks the conflict ${slot}, or it has other claims`)),
      ...difference.removeConflicts.map(({ slot }) =>
        line(`has the conflict ${slot}, or other claims in it than it should`),
      ),
    ];
  });
}

const shown = (value: unknown): string => JSON.stringify(value ?? null);
