/**
 * Puts nodes into an order in which each comes after all that it needs; nodes that need one another, directly or through
 * others, come as one (Tarjan's algorithm, with a stack of its own, since chains may be long). Else the order stays.
 *
 * @param needs For each node the numbers of those it needs.
 */
export function inOrderOfNeed(needs: readonly ReadonlySet<number>[]): number[][] {
  const found: number[] = new Array<number>(needs.length).fill(-1);
  const lowest: number[] = [];
  const open: number[] = [];
  const isOpen = new Set<number>();
  const ordered: number[][] = [];
  let count = 0;

  const enter = (node: number) => {
    found[node] = lowest[node] = count++;
    open.push(node);
    isOpen.add(node);
    return { node, left: needs[node]!.values() };
  };
  const close = (node: number) => {
    const members = open.splice(open.lastIndexOf(node));
    for (const member of members) isOpen.delete(member);
    ordered.push(members.sort((a, b) => a - b));
  };

  for (let root = 0; root < needs.length; root++) {
    if (found[root] !== -1) continue;
    const path = [enter(root)];
    while (path.length > 0) {
      const { node, left } = path.at(-1)!;
      const { value: next, done } = left.next();
      if (!done) {
        if (found[next] === -1) path.push(enter(next));
        else if (isOpen.has(next)) lowest[node] = Math.min(lowest[node]!, found[next]!);
        continue;
      }
      path.pop();
      const before = path.at(-1)?.node;
      if (before !== undefined) lowest[before] = Math.min(lowest[before]!, lowest[node]!);
      if (lowest[node] === found[node]) close(node);
    }
  }
  return ordered;
}
