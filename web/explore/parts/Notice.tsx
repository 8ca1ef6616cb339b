import type { ReactNode } from 'react';

/** Something to know, set off from the page. Problems are read out at once. */
export function Notice({ kind = 'note', children }: { kind?: 'note' | 'warning' | 'problem'; children: ReactNode }) {
  return (
    <div className={`notice ${kind}`} role={kind === 'problem' ? 'alert' : 'note'}>
      {children}
    </div>
  );
}
