import { describe, expect, test } from '@jest/globals';
import { type ReportedPresence, contraryClaims, relateAbsences } from '../../../src/domain/claims/absence.ts';
import { type ClaimType } from '../../../src/domain/vocabulary.generated.ts';
import { type Told, claim } from './claims.ts';

const said = (key: string, status: string, told: Told = {}, type: ClaimType = 'ATTENDS') => ({
  ...claim(key, status, { origins: [key], documents: [key], ...told }),
  type,
});

/** France, which stayed away as a guest. */
const away = (more: Partial<ReportedPresence> = {}): ReportedPresence => ({
  ...{ id: 'of fr', actor: 'fr', role: 'ATTENDEE', principals: [], statuses: [said('absence', 'ABSENT')] },
  ...more,
});

/** Its minister, who was there. */
const there = (more: Partial<ReportedPresence> = {}): ReportedPresence => ({
  ...away({ id: 'of lecornu', actor: 'lecornu', principals: ['fr'], statuses: [said('report', 'ATTENDED')] }),
  ...more,
});

const told = (source: string): Told => ({ origins: [source], documents: [source] });
const negative: Told = { polarity: 'NEGATIVE' };
const didNotChair = [said('absence', 'ATTENDED', negative, 'CHAIRS')];

describe('that somebody stayed away stands against', () => {
  const cases: [what: string, away: Partial<ReportedPresence>, there: Partial<ReportedPresence>, opposed: boolean][] = [
    ['the presence of those who came on behalf of it', {}, {}, true],
    ['that the same one was there in another role', {}, { actor: 'fr', role: 'CHAIR', principals: [] }, true],
    ['the same of an official', { actor: 'lecornu' }, { role: 'SPEAKER' }, true],
    ['nobody who came for another', {}, { principals: ['de'] }, false],
    ['nobody whom it represents', { principals: ['lecornu'] }, { principals: [] }, false],
    ['hearsay too', {}, { statuses: [said('report', 'ATTENDED', { attributionKind: 'ANONYMOUS' })] }, true],
    ['no other absence', {}, { statuses: [said('report', 'ABSENT')] }, false],
    ['nothing that ended', {}, { statuses: [said('report', 'ATTENDED', { reviewState: 'RETRACTED' })] }, false],
    ['nothing once it ended', { statuses: [said('absence', 'ABSENT', { reviewState: 'RETRACTED' })] }, {}, false],
    ['nothing that the same source says', {}, { statuses: [said('report', 'ATTENDED', told('absence'))] }, false],
    ['nothing that it says itself', {}, { statuses: [said('report', 'ATTENDED'), said('absence', 'ABSENT')] }, false],
    ['a presence where it is told as a denial', { statuses: [said('absence', 'ATTENDED', negative)] }, {}, true],
    ['a chair for it, where it did not chair', { role: 'CHAIR', statuses: didNotChair }, { role: 'CHAIR' }, true],
    ['no guest for it, where it did not chair', { role: 'CHAIR', statuses: didNotChair }, {}, false],
    ['no guest who did not chair', { actor: 'lecornu', role: 'CHAIR', statuses: didNotChair }, {}, false],
    ['nothing where it declined', { statuses: [said('absence', 'DECLINED')] }, {}, false],
  ];

  test.each(cases)('%s', (_what, one, other, opposed) => {
    const [stayed, came] = [away(one), there(other)];
    const keys = (own: ReportedPresence) => contraryClaims(own, [stayed, came]).map((each) => each.claim);
    expect([keys(stayed), keys(came)]).toEqual(opposed ? [['report'], ['absence']] : [[], []]);
    const relations = relateAbsences([stayed, came]).map(({ from, type, to }) => `${from} ${type} ${to}`);
    expect(relations).toEqual(opposed ? ['report CONTRADICTS absence'] : []);
  });

  test('a plan of those who were to come for it, but no invitation of them', () => {
    const planned = { modality: 'PLANNED', on: '2025-01-01' } as const;
    const report = away({ statuses: [said('absence', 'ABSENT', { on: '2025-02-13' })] });
    const plan = (status: string) => there({ statuses: [said('plan', status, planned)] });
    expect(relateAbsences([plan('CONFIRMED'), report])).toEqual([
      { from: 'absence', type: 'CONTRADICTS', to: 'plan', participation: 'of fr' },
    ]);
    expect(relateAbsences([plan('INVITED'), report])).toEqual([]);
    expect(contraryClaims(plan('CONFIRMED'), [report])).toEqual([]);
  });
});
