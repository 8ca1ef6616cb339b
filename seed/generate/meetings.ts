import { type Row, readTable } from './csv.ts';
import { furtherNames } from './further-names.ts';
import { addMeetingClaims } from './meeting-claims.ts';
import { type Meeting, addParticipants, officialsIn } from './participants.ts';
import { describeFurtherOfficials } from './people.ts';
import { Blocks, COMPILATION, GENERAL_KNOWLEDGE } from './sources.ts';
import { filled, textOf } from './yaml.ts';

/** Summits, meetings of ministers, talks and calls of 2022 to 2026, and the Munich Security Conferences, page by page. */
export function meetings(): string {
  const all = readTable('meetings');
  const rows = readTable('meeting-participants');
  const blocks = new Blocks(...organizationsOf(all, rows));
  blocks.add(COMPILATION, {
    places: readTable('meeting-places').map(({ key, name_en, kind, country, within }) =>
      filled({ key: key!, kind: kind as 'CITY', names: [{ value: name_en!, lang: 'en' }], country, within }),
    ),
  });
  blocks.add(GENERAL_KNOWLEDGE, { places: furtherNames(readTable('meeting-places').map(({ key }) => key!)) });
  describeFurtherOfficials(blocks, officialsIn(rows));
  for (const row of all) addMeeting(blocks, row);
  blocks.add(GENERAL_KNOWLEDGE, { meetings: all.filter(isMunich).map(withAbbreviation) });
  const times = new Map(all.map(({ key, time }) => [key!, time!]));
  addParticipants(blocks, rows, (meeting) => times.get(meeting)!);
  addMeetingClaims(blocks, (meeting) => times.has(meeting));
  return textOf(
    'Summits, meetings of ministers, talks and calls, and the Munich Security Conferences, as each page says it. Made from the\n' +
      'tables meetings, meeting-participants, meeting-places, meeting-claims, further-officials, official-names and sources by\n' +
      'seed/generate; edit those, not this. Import it together with reference.yaml, office-holders.yaml and udcg-history.yaml, to\n' +
      'which it refers.',
    {
      dataSet: { key: 'meetings', title: 'Summits, conferences, talks and calls, 2022-2026' },
      blocks: blocks.all(),
    },
  );
}

const isMunich = ({ body }: Row) => body === 'org:munich-security-conference';

/** The short name under which people look for a conference in Munich: `MSC 2025`. */
const withAbbreviation = ({ key, time }: Row) => ({
  ref: key!,
  names: [{ value: `MSC ${time!.slice(0, 4)}`, lang: 'en', kind: 'ABBREVIATION' as const }],
});

/** The bodies that met, and the organizations that took part or were represented. */
function organizationsOf(all: readonly Row[], rows: readonly Row[]): Set<string> {
  const keys = [...all.map(({ body }) => body!), ...rows.flatMap(({ actor, on_behalf_of }) => [actor!, on_behalf_of!])];
  return new Set(keys.filter((key) => key.startsWith('org:')));
}

/**
 * A meeting, as the page says it that tells most of it. What follows from several pages, that it was a part of another one, is
 * the compilers'; a day that no page gives is unverified.
 */
function addMeeting(blocks: Blocks, row: Row): void {
  const { key, name_en, kind, status, time, mode, place, body, ordinal, part_of, by_coder, source, confidence } = row;
  const meeting: Meeting = filled({
    key: key!,
    kind: kind as 'SUMMIT',
    names: [{ value: name_en!, lang: 'en' }],
    body,
    ordinal: ordinal ? Number(ordinal) : undefined,
    status: status as 'HELD',
    time: by_coder === 'time' ? undefined : time,
    mode: (mode || undefined) as 'REMOTE' | undefined,
    place,
  });
  blocks.add(source!, { meetings: [meeting] }, Number(confidence));
  if (part_of) blocks.add(COMPILATION, { meetings: [{ ref: key!, partOf: part_of }] });
  if (by_coder === 'time') {
    const days = { edtf: time!, basis: 'The days are unverified.' };
    blocks.add(GENERAL_KNOWLEDGE, { meetings: [{ ref: key!, time: days }] });
  }
}
