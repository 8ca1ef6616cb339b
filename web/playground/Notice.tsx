import type { ReactNode } from 'react';

/** A few lines below the answer that their reader can close. */
export function Notice({ children, onClose }: { children: ReactNode; onClose: () => void }) {
  return (
    <div role="status" className="notice">
      <div>{children}</div>
      <button type="button" aria-label="Close this notice" onClick={onClose}>
        ×
      </button>
    </div>
  );
}
