/// <reference lib="dom" />
import { useMutation } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { answers, ask } from '../api/ask.ts';
import { WhoAmIDocument } from '../api/documents.generated.ts';
import { setKey, useKey } from '../api/key.ts';
import { Failed } from './Ask.tsx';

/**
 * Where a key is put in and forgotten. It is for recording, and for reading where that is closed. The server is asked whose it is
 * before it is used.
 */
export function KeyField() {
  const key = useKey();
  const [typed, setTyped] = useState('');
  const menu = useRef<HTMLDetailsElement>(null);
  useClosing(menu);
  const change = (next: string | null) => {
    const details = menu.current!;
    const around = details.closest('.needs-key')?.parentElement;
    setKey(next);
    setTyped('');
    details.open = false;
    details.querySelector('summary')!.focus();
    void answers.invalidateQueries();
    // What asked for the key goes once there is one; what stood around it goes on.
    if (around) setTimeout(() => around.querySelector<HTMLElement>(FOCUSABLE)?.focus({ preventScroll: true }));
  };
  const trying = useMutation({
    mutationFn: (tried: string) => ask(WhoAmIDocument, {}, undefined, tried),
    onSuccess: (_, tried) => change(tried),
  });
  return (
    <details className="menu key" ref={menu}>
      <summary>{key === null ? 'Access key' : 'Key in use'}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() !== '' && !trying.isPending) trying.mutate(typed.trim());
        }}
      >
        {key === null ? (
          <>
            <label>
              Your key
              <input
                type="password"
                autoComplete="off"
                spellCheck={false}
                value={typed}
                aria-invalid={trying.isError || undefined}
                onChange={({ currentTarget }) => {
                  setTyped(currentTarget.value);
                  trying.reset();
                }}
                placeholder="chancery_…"
              />
            </label>
            <button type="submit">{trying.isPending ? 'Asking …' : 'Use it'}</button>
            {trying.error && <NotTaken error={trying.error} />}
            <p className="aside">It is kept in this page only, and forgotten when you close or reload it.</p>
          </>
        ) : (
          <>
            {trying.data?.viewer && (
              <p>
                The key of {trying.data.viewer.name}
                {trying.data.viewer.role === 'READER' && ', who may read but not record'}.
              </p>
            )}
            <button type="button" onClick={() => change(null)}>
              Forget the key
            </button>
          </>
        )}
      </form>
    </details>
  );
}

const FOCUSABLE = 'a[href], button, input, select, textarea, summary';

/** Why a key is not used. */
function NotTaken({ error }: { error: Error }) {
  if (!('code' in error) || error.code !== 'UNAUTHENTICATED') return <Failed error={error} />;
  return (
    <p className="trouble problem" role="alert">
      The server does not know this key. Look whether all of it is there, or ask whoever runs the server for another.
    </p>
  );
}

/** Closes a menu on Escape, wherever the focus is, and on a click outside. */
function useClosing(menu: RefObject<HTMLDetailsElement | null>): void {
  useEffect(() => {
    const close = (event: Event) => {
      const details = menu.current!;
      const isWithin = details.contains(event.target as Node);
      if (!details.open || (event instanceof KeyboardEvent ? event.key !== 'Escape' : isWithin)) return;
      details.open = false;
      if (event instanceof KeyboardEvent && isWithin) details.querySelector('summary')!.focus();
    };
    document.addEventListener('keydown', close);
    document.addEventListener('pointerdown', close);
    return () => {
      document.removeEventListener('keydown', close);
      document.removeEventListener('pointerdown', close);
    };
  }, [menu]);
}
