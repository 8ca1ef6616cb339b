import { type Row, items, readTable } from './csv.ts';
import { addOtherNames } from './people.ts';
import { Blocks, COMPILATION, GENERAL_KNOWLEDGE, publishedOn, wikidata } from './sources.ts';
import { filled, textOf } from './yaml.ts';

/** Who held which high post from 2021 to 2026: heads of state and government, foreign and defence ministers. */
export function officeHolders(): string {
  const blocks = new Blocks('org:nato', 'org:eu', 'org:us-dod');
  blocks.add(COMPILATION, {
    posts: readTable('posts').map(({ key, country, organization, name_en, alias, level, portfolio, wikidata: id }) =>
      filled({
        key: key!,
        names: [
          { value: name_en!, lang: 'en', kind: 'OFFICIAL' as const },
          ...items(alias).map((value) => ({ value, lang: 'en', kind: 'ALIAS' as const })),
        ],
        country,
        organization,
        level: level as 'MINISTER',
        portfolio: portfolio as 'DEFENCE',
        externalIds: wikidata(id),
      }),
    ),
    officials: readTable('officials').map(({ key, name_en, alias, wikidata: id }) =>
      filled({
        key: key!,
        names: [
          { value: name_en!, lang: 'en' },
          ...items(alias).map((value) => ({ value, lang: 'en', kind: 'ALIAS' as const })),
        ],
        externalIds: wikidata(id),
      }),
    ),
  });
  addOtherNames(blocks, new Set(readTable('officials').map(({ key }) => key!)));
  for (const row of readTable('tenures')) addTenure(blocks, row);
  for (const row of readTable('tenure-claims')) addTenureClaim(blocks, row);
  return textOf(
    'Who held which post. Made from the tables posts, officials, official-names, tenures and sources by seed/generate; edit\n' +
      'those, not this. What rests on doc:general-knowledge alone is unverified.',
    { dataSet: { key: 'office-holders', title: 'Holders of high office, 2021-2026' }, blocks: blocks.all() },
  );
}

/**
 * A row of the table says when a tenure began and when it ended, each with its own source. A start without an end says
 * that the post was held then, and no more: "no end found" is not "in office". Neither general knowledge nor an announcement
 * says even that. Without a start, the source saw the post held on a day.
 */
function addTenure(blocks: Blocks, row: Row): void {
  const { key, official, post, acting, start, start_source: begun, end, end_source: ended, seen, note } = row;
  const together = end !== '' && begun === ended && row.start_confidence === row.end_confidence;
  const isAnnounced = isBefore(publishedOn(begun!) ?? start!, start!);
  const status = together ? 'ENDED' : begun === GENERAL_KNOWLEDGE || isAnnounced ? 'UNKNOWN' : 'CURRENT';
  const isDataSet = begun!.startsWith('doc:every-politician');
  blocks.add(
    begun!,
    {
      tenures: [
        filled({
          key: key!,
          official,
          post,
          status,
          acting: acting === 'yes' ? true : undefined,
          start: start ? dated(start, begun!) : undefined,
          end: together ? dated(end!, ended!) : undefined,
          // A register shows its state when it was taken, a page about an appointment the day of that.
          observedAt: status === 'CURRENT' && !isDataSet ? start || seen : undefined,
          note,
        }),
      ],
    },
    confidenceOf(row.start_confidence),
  );
  if (end !== '' && !together)
    blocks.add(
      ended!,
      { tenures: [{ ref: key!, status: 'ENDED', end: dated(end!, ended!) }] },
      confidenceOf(row.end_confidence),
    );
  if (start && seen) blocks.add(COMPILATION, { tenures: [{ ref: key!, status: 'CURRENT', observedAt: seen }] });
}

/** What a further page says of a tenure, beside the row of the table: it may confirm it or contradict it. */
function addTenureClaim(blocks: Blocks, row: Row): void {
  const { tenure, source, start, end, acting, confidence, note } = row;
  const said = filled({ ref: tenure!, start, end, acting: acting === 'yes' ? true : undefined, note });
  blocks.add(source!, { tenures: [said] }, Number(confidence));
}

/** Whether a day or month surely lies before another, as precisely as both are known. */
function isBefore(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) < other.slice(0, length);
}

const confidenceOf = (cell: string | undefined) => (cell ? Number(cell) : undefined);
const dated = (edtf: string, source: string) => (source === GENERAL_KNOWLEDGE ? { edtf, basis: 'unverified' } : edtf);
