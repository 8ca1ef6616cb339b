import { readTable } from './csv.ts';
import { addMeetingClaims } from './meeting-claims.ts';
import { addParticipants, officialsIn } from './participants.ts';
import { describeFurtherOfficials } from './people.ts';
import { Blocks } from './sources.ts';
import { textOf } from './yaml.ts';

/** Who was at the meetings of the contact group, page by page. */
export function attendance(): string {
  const rows = readTable('attendance');
  const blocks = new Blocks('org:nato', 'org:eu');
  const times = new Map([
    ...readTable('udcg-meetings').map(({ ordinal, date }) => [`meeting:udcg-${ordinal}`, date!] as const),
    ...readTable('udcg-plans').map(({ key, time }) => [key!, time!] as const),
  ]);
  describeFurtherOfficials(blocks, officialsIn(rows));
  addParticipants(blocks, rows, (meeting) => times.get(meeting)!);
  addMeetingClaims(blocks, (meeting) => times.has(meeting));
  return textOf(
    'Who was at the meetings of the contact group, as each page says it. Made from the tables attendance, meeting-claims,\n' +
      'further-officials, official-names and sources by seed/generate; edit those, not this. Import it together with\n' +
      'reference.yaml, office-holders.yaml and udcg-history.yaml, to which it refers.',
    {
      dataSet: { key: 'attendance', title: 'Who was at the meetings of the Ukraine Defense Contact Group, 2022-2026' },
      blocks: blocks.all(),
    },
  );
}
