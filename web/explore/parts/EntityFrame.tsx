import type { ReactNode } from 'react';
import { exportAddress } from '../address.ts';
import type { EntityHeadFragment } from '../api/documents.generated.ts';
import { Actions } from './Actions.tsx';
import { Claims } from './Claims.tsx';
import { Conflicts } from './Conflicts.tsx';
import { History } from './History.tsx';
import { Names } from './Names.tsx';
import { Page } from './Page.tsx';

/** What the pages of all entities have in common: their head, and below what is of this type, conflicts, names, claims and changes. */
export function EntityFrame({
  entity,
  kicker,
  lead,
  asked,
  downloads,
  children,
}: {
  entity: EntityHeadFragment;
  kicker: ReactNode;
  lead?: ReactNode;
  asked: { question: { toString(): string }; variables: object };
  downloads?: Record<string, string>;
  children: ReactNode;
}) {
  const { key } = entity;
  return (
    <Page
      title={entity.name}
      kicker={kicker}
      lead={lead}
      actions={
        <Actions
          asked={asked}
          about={{ ref: key }}
          cite={{ list: 'entities', parameters: { refs: key } }}
          downloads={{
            ...downloads,
            'What is said, claim by claim (CSV)': exportAddress('claims', 'csv', { about: key }),
          }}
        />
      }
    >
      {children}
      {entity.note !== null && <p className="aside">{entity.note}</p>}
      <Conflicts conflicts={entity.conflicts} />
      <Names of={entity.key} names={entity.names} externalIds={entity.externalIds} />
      <Claims about={key} />
      <History of={key} />
    </Page>
  );
}
