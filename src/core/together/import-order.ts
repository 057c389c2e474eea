/** The order in which packages are imported: those asked for first, then each after what it asks for. */
import type { Package } from "./setting.ts";

export interface Turn {
  /** Place in the list of packages. */
  readonly place: number;
  /** Places of the packages whose libraries are in the process by then: those named first, and what it asks for, directly or not. */
  readonly before: readonly number[];
}

export function importOrder(packages: readonly Package[], first: readonly string[]): Turn[] {
  const byProject = new Map(
    packages.flatMap(({ project }, place) => (project === null ? [] : [[project, place] as const])),
  );
  const named = first.flatMap((project) => byProject.get(project) ?? []);
  const order: number[] = [];
  const seen = new Set<number>();
  const closures = new Map<number, ReadonlySet<number>>();
  for (const place of [...named, ...packages.keys()]) visit(place);
  return order.map((place) => {
    const needed = new Set([...named, ...(closures.get(place) ?? [])]);
    const earlier = order.slice(0, order.indexOf(place));
    return { place, before: earlier.filter((each) => needed.has(each)) };
  });

  /** A stack of our own: packages may ask for each other in long rows and in circles. */
  function visit(start: number): void {
    const stack = [{ place: start, next: 0 }];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const { place } = top;
      const asked = asks(place);
      if (top.next === 0) {
        if (seen.has(place)) {
          stack.pop();
          continue;
        }
        seen.add(place);
      }
      const next = asked[top.next];
      top.next += 1;
      if (next !== undefined) {
        if (!seen.has(next)) stack.push({ place: next, next: 0 });
        continue;
      }
      closures.set(place, new Set(asked.flatMap((each) => [each, ...(closures.get(each) ?? [])])));
      order.push(place);
      stack.pop();
    }
  }

  function asks(place: number): number[] {
    return (packages[place]?.requires ?? []).flatMap((project) => byProject.get(project) ?? []);
  }
}
