import { items, readTable } from './csv.ts';
import { furtherNames, nameOf, organizationsWithFurtherNames } from './further-names.ts';
import { Blocks, GENERAL_KNOWLEDGE, wikidata } from './sources.ts';
import { filled, textOf } from './yaml.ts';

/** Countries with their codes and names, and who belongs to NATO, the European Union, AUKUS and the contact group. */
export function reference(): string {
  const memberships = readTable('memberships');
  const blocks = new Blocks(...memberships.map(({ organization }) => organization!), ...organizationsWithFurtherNames);
  addCountries(blocks);
  blocks.add(GENERAL_KNOWLEDGE, { organizations: furtherNames(organizationsWithFurtherNames) });
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
    'Countries, and who belongs to what. Made from the tables countries, country-names, country-codes, further-names,\n' +
      'memberships, organizations and sources by seed/generate; edit those, not this.',
    {
      dataSet: {
        key: 'reference',
        title: 'Countries, and members of NATO, the European Union, AUKUS and the Ukraine Defense Contact Group',
      },
      blocks: blocks.all(),
    },
  );
}

/** The countries with the English names and codes of `countries.csv`, then for each further source the names and codes that it gives. */
function addCountries(blocks: Blocks): void {
  blocks.add('doc:country-codes', {
    countries: readTable('countries').map(({ alpha2, alpha3, un_m49, name_en, wikidata: id, note }) => ({
      key: `country:${alpha2}`,
      names: [{ value: name_en!, lang: 'en' }],
      externalIds: [
        { scheme: note ? 'USER_ASSIGNED_ALPHA2' : 'ISO3166_1_ALPHA2', value: alpha2! },
        { scheme: note ? 'USER_ASSIGNED_ALPHA3' : 'ISO3166_1_ALPHA3', value: alpha3! },
        ...(un_m49 ? [{ scheme: 'UN_M49', value: un_m49 }] : []),
        ...wikidata(id),
      ],
    })),
  });
  const told = [...readTable('country-names'), ...readTable('country-codes')];
  for (const [source, rows] of Map.groupBy(told, (row) => row.source!)) {
    const countries = [...Map.groupBy(rows, ({ country }) => country!)].map(([country, own]) =>
      filled({
        ref: `country:${country}`,
        names: own.filter(({ lang }) => lang !== undefined).map(nameOf),
        externalIds: own
          .filter(({ scheme }) => scheme !== undefined)
          .map(({ scheme, value }) => ({ scheme: scheme!, value: value! })),
      }),
    );
    blocks.add(source, { countries });
  }
}
