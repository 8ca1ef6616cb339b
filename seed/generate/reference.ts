import { items, readTable } from './csv.ts';
import { Blocks, wikidata } from './sources.ts';
import { filled, textOf } from './yaml.ts';

/** Countries with their codes and names, and who belongs to NATO, the European Union, AUKUS and the contact group. */
export function reference(): string {
  const memberships = readTable('memberships');
  const blocks = new Blocks(...memberships.map(({ organization }) => organization!));
  blocks.add('doc:country-codes', {
    countries: readTable('countries').map(
      ({ alpha2, alpha3, un_m49, name_en, name_zh_hant, name_uk, wikidata: id, note }) => ({
        key: `country:${alpha2}`,
        names: [
          { value: name_en!, lang: 'en' },
          ...(name_zh_hant ? [{ value: name_zh_hant, lang: 'zh-Hant' }] : []),
          ...(name_uk ? [{ value: name_uk, lang: 'uk' }] : []),
        ],
        externalIds: [
          { scheme: note ? 'USER_ASSIGNED_ALPHA2' : 'ISO3166_1_ALPHA2', value: alpha2! },
          { scheme: note ? 'USER_ASSIGNED_ALPHA3' : 'ISO3166_1_ALPHA3', value: alpha3! },
          ...(un_m49 ? [{ scheme: 'UN_M49', value: un_m49 }] : []),
          ...wikidata(id),
        ],
      }),
    ),
  });
  for (const row of memberships) {
    const { key, member, organization, role, start, start_basis: basis, end, note } = row;
    const said = filled({
      key: key!,
      member,
      organization,
      role: role as 'MEMBER',
      start: start ? filled({ edtf: start, basis }) : undefined,
      note: [note, ...items(row.more_sources).map((source) => `Also: ${source}.`)].filter(Boolean).join(' '),
    });
    blocks.add(row.source!, { memberships: [said] });
    blocks.cite(...items(row.more_sources));
    if (end) {
      const ended = { ref: key!, end: filled({ edtf: end, basis: row.end_basis }) };
      blocks.add(row.end_source!, { memberships: [ended] });
    }
  }
  return textOf(
    'Countries, and who belongs to what. Made from the tables countries, memberships, organizations and sources by\nseed/generate; edit those, not this.',
    {
      dataSet: {
        key: 'reference',
        title: 'Countries, and members of NATO, the European Union, AUKUS and the Ukraine Defense Contact Group',
      },
      blocks: blocks.all(),
    },
  );
}
