/// <reference lib="dom" />

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * Makes the links of a picture one stop of the Tab key: the arrows go from one to the next, Home and End to the first and the
 * last. Gives what ends it.
 */
export function roving(picture: Element, links: readonly SVGElement[]): () => void {
  links.forEach((link, index) => link.setAttribute('tabindex', index === 0 ? '0' : '-1'));
  const onKeyDown = (event: Event) => {
    const { key } = event as KeyboardEvent;
    const at = links.indexOf(document.activeElement as SVGElement);
    if (at < 0) return;
    const next = key === 'Home' ? 0 : key === 'End' ? links.length - 1 : at + (STEPS[key] ?? 0);
    const link = links[next];
    if (next === at || link === undefined) return;
    event.preventDefault();
    links[at]!.setAttribute('tabindex', '-1');
    link.setAttribute('tabindex', '0');
    link.focus();
  };
  picture.addEventListener('keydown', onKeyDown);
  return () => picture.removeEventListener('keydown', onKeyDown);
}
