import { Children, type ReactNode } from 'react';
import { type Said, useSaysWho } from './SaysWho.tsx';

/** The values of a thing, as a list of what each is called and what it is. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="facts">{children}</dl>;
}

/** One value, with who says so where it is asked. Nothing is shown where there is no value. */
export function FactRow({ name, said, children }: { name: string; said?: Said; children: ReactNode }) {
  if (Children.toArray(children).length === 0) return null;
  return (
    <div className="fact">
      <dt>{name}</dt>
      {said === undefined ? <dd>{children}</dd> : <SaidValue {...{ name, said }}>{children}</SaidValue>}
    </div>
  );
}

function SaidValue({ name, said, children }: { name: string; said: Said; children: ReactNode }) {
  const { button, panel } = useSaysWho(said, name.toLowerCase());
  return (
    <dd>
      {children} {button}
      {panel}
    </dd>
  );
}
