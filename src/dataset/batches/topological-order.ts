/**
 * Orders nodes so that each comes after its dependencies; nodes in a cycle form one group (Tarjan's strongly connected
 * components, with an explicit stack, because chains may be long). Otherwise keeps the given order.
 *
 * @param dependencies For each node the numbers of its dependencies.
 */
export function topologicalOrder(dependencies: readonly (readonly number[])[]): number[][] {
  const indexes: number[] = new Array<number>(dependencies.length).fill(-1);
  const lowLinks: number[] = [];
  const stack: number[] = [];
  const onStack = new Set<number>();
  const components: number[][] = [];
  let count = 0;

  const visit = (node: number) => {
    indexes[node] = lowLinks[node] = count++;
    stack.push(node);
    onStack.add(node);
    return { node, remaining: dependencies[node]!.values() };
  };
  const popComponent = (node: number) => {
    const members = stack.splice(stack.lastIndexOf(node));
    for (const member of members) onStack.delete(member);
    components.push(members.sort((a, b) => a - b));
  };

  for (let root = 0; root < dependencies.length; root++) {
    if (indexes[root] !== -1) continue;
    const path = [visit(root)];
    while (path.length > 0) {
      const { node, remaining } = path.at(-1)!;
      const { value: next, done } = remaining.next();
      if (!done) {
        if (indexes[next] === -1) path.push(visit(next));
        else if (onStack.has(next)) lowLinks[node] = Math.min(lowLinks[node]!, indexes[next]!);
        continue;
      }
      path.pop();
      const before = path.at(-1)?.node;
      if (before !== undefined) lowLinks[before] = Math.min(lowLinks[before]!, lowLinks[node]!);
      if (lowLinks[node] === indexes[node]) popComponent(node);
    }
  }
  return components;
}
