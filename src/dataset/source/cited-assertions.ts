import { type RecordInput } from '../../record/input/record-input.ts';
import { type YamlPath } from '../file/yaml.ts';

/** A position in the document that a claim or row cites. */
export interface SourceCitation {
  paragraph: string;
  line: number | null;
  /** The path of the citation in the data set. */
  path: YamlPath;
}

/** The nodes that a claim or row is about, and the positions in the document that it cites. */
export interface CitedAssertion {
  /** Its name in messages: `c041`, or the key of its node. */
  name: string;
  path: YamlPath;
  about: { ref: string; path: YamlPath }[];
  citations: SourceCitation[];
  /** Who is quoted: the first agent of the attribution chain; null if the coder inferred it from the context. */
  quoted: string | null;
}

/** Every claim of a block, and every row that cites a paragraph itself, that cites `document`. */
export function collectAssertions(block: RecordInput, number: number, document: string): CitedAssertion[] {
  const { source } = block;
  const isThisDocument = (other = source.document) => other === document;
  const first = source.attribution?.[0];
  const quoted = first?.agent ?? first?.anonymous?.key ?? null;
  const at = (...path: YamlPath): YamlPath => ['blocks', number, ...path];

  const rowAssertion = (
    name: string,
    path: YamlPath,
    refs: Record<string, string | string[] | undefined>,
    paragraph?: string,
  ): CitedAssertion[] =>
    paragraph === undefined || !isThisDocument()
      ? []
      : [
          {
            name,
            path,
            about: Object.entries(refs).flatMap(([field, given = []]) =>
              typeof given === 'string'
                ? [{ ref: given, path: field === '' ? path : [...path, field] }]
                : given.map((ref, index) => ({ ref, path: [...path, field, index] })),
            ),
            citations: [{ paragraph, line: null, path: [...path, 'paragraph'] }],
            quoted,
          },
        ];

  const rows = [
    ...(block.meetings ?? []).flatMap(({ participants = [], ...meeting }, index) => [
      ...rowAssertion(
        displayNameOf(meeting, 'this meeting'),
        at('meetings', index),
        { '': meeting.ref ?? meeting.key },
        meeting.paragraph,
      ),
      ...participants.flatMap((row, place) => {
        const path = at('meetings', index, 'participants', place);
        return rowAssertion(displayNameOf(row, 'this participation'), path, { actor: row.actor }, row.paragraph);
      }),
    ]),
    ...(block.developments ?? []).flatMap((row, index) =>
      rowAssertion(
        displayNameOf(row, 'this development'),
        at('developments', index),
        { '': row.ref ?? row.key },
        row.paragraph,
      ),
    ),
    ...(block.tenures ?? []).flatMap((row, index) => {
      const { official, post, paragraph } = row;
      return rowAssertion(displayNameOf(row, 'this tenure'), at('tenures', index), { official, post }, paragraph);
    }),
    ...(block.memberships ?? []).flatMap((row, index) => {
      const { member, organization, paragraph } = row;
      return rowAssertion(
        displayNameOf(row, 'this membership'),
        at('memberships', index),
        { member, organization },
        paragraph,
      );
    }),
    ...(block.statements ?? []).flatMap((row, index) =>
      rowAssertion(
        displayNameOf(row, 'this statement'),
        at('statements', index),
        { speaker: row.speaker, speakers: row.speakers },
        row.paragraph,
      ),
    ),
  ];

  const claims = (block.claims ?? []).map((claim, index): CitedAssertion => {
    const path = at('claims', index);
    const paragraph = claim.paragraph ?? source.paragraph;
    const paragraphPath = claim.paragraph === undefined ? at('source', 'paragraph') : [...path, 'paragraph'];
    return {
      name: displayNameOf(claim, 'this claim'),
      path,
      about: [
        { ref: claim.subject, path: [...path, 'subject'] },
        ...(claim.objects ?? []).map((ref, place) => ({ ref, path: [...path, 'objects', place] })),
      ],
      citations:
        claim.evidence === undefined
          ? paragraph !== undefined && isThisDocument()
            ? [{ paragraph, line: null, path: paragraphPath }]
            : []
          : claim.evidence.flatMap((evidence, place) =>
              evidence.paragraph !== undefined && isThisDocument(evidence.document)
                ? [
                    {
                      paragraph: evidence.paragraph,
                      line: evidence.line ?? null,
                      path: [...path, 'evidence', place, 'paragraph'],
                    },
                  ]
                : [],
            ),
      quoted: claim.attributionInferred === true ? null : quoted,
    };
  });
  return [...rows, ...claims];
}

const displayNameOf = ({ ref, key }: { ref?: string; key?: string }, fallback: string) => key ?? ref ?? fallback;
