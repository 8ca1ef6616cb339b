import { type Row, items, readTable } from './csv.ts';
import { type Blocks, sourceOf } from './sources.ts';
import { type Block, filled } from './yaml.ts';

const coalitionMembers = Map.groupBy(readTable('udcg-coalition-members'), ({ coalition: key }) => key!);
const coalitionCounts = Map.groupBy(readTable('udcg-coalition-counts'), ({ coalition: key }) => key!);

/** A capability coalition: who leads it, who belongs to it or has shown interest, and how many they are said to be. */
function coalition({ key, name_en, alias, launched, announced, sources, note }: Row, blocks: Blocks): Block {
  const pages = items(sources);
  blocks.cite(...pages);
  const slug = key!.split(':')[1]!;
  const evidence = pages.map((document) => ({ document }));
  const members = coalitionMembers.get(key!) ?? [];
  return {
    source: sourceOf(pages[0]!),
    organizations: [
      filled({
        key: key!,
        kind: 'COALITION' as const,
        names: [
          { value: name_en!, lang: 'en' },
          ...items(alias).map((value) => ({ value, lang: 'en', kind: 'ALIAS' as const })),
        ],
        parent: 'org:udcg',
        founded: launched,
      }),
    ],
    memberships: members.map(({ member, role, by }) =>
      filled({
        key: `membership:${member!.split(':')[1]!.toLowerCase()}-${slug}`,
        member: member!,
        organization: key!,
        role: role as 'LEAD',
        start: by ? { edtf: `[..${by}]`, basis: 'named by this day' } : undefined,
        note: role === 'CANDIDATE' ? 'Has shown interest.' : undefined,
      }),
    ),
    claims: [
      ...(members.length === 0
        ? []
        : [
            {
              key: `${slug}-members`,
              type: 'MEMBERS' as const,
              subject: key!,
              objects: members.map(({ member }) => member!),
              modality: 'ONGOING' as const,
              text: 'These countries lead the coalition, belong to it or have shown interest.',
              supports: members.map(({ member }) => `membership:${member!.split(':')[1]!.toLowerCase()}-${slug}`),
              evidence,
              ...(note ? { note } : {}),
            },
          ]),
      ...(announced
        ? [
            {
              key: `${slug}-announced`,
              type: 'ANNOUNCES' as const,
              subject: key!,
              modality: 'OCCURRED' as const,
              text: 'The coalition was announced.',
              time: announced,
              evidence,
            },
          ]
        : []),
      ...(coalitionCounts.get(key!) ?? []).map(({ value, time }, index) => ({
        key: `${slug}-count-${index + 1}`,
        type: 'MEMBER_COUNT' as const,
        subject: key!,
        count: { value: Number(value) },
        modality: 'ONGOING' as const,
        text: `${value} countries belong to the coalition.`,
        time: time!,
        evidence,
      })),
    ],
  };
}

export const coalitions = (blocks: Blocks): Block[] =>
  readTable('udcg-coalitions').map((row) => coalition(row, blocks));
