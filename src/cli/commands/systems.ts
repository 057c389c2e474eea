/** `wheelscope systems`: the distributions and images known, and what each brings that a wheel may need. */
import type { KnownSystem, SystemsKnowledge } from "../../core/knowledge/systems.ts";
import { span, table, type Line } from "../terminal/layout.ts";
import { isCurrent } from "../../present/systems.ts";

/** Headings of the families in the tables. */
const headings: ReadonlyMap<string, string> = new Map([
  ["ubuntu", "Ubuntu and Mint"],
  ["debian", "Debian"],
  ["rhel", "Red Hat family"],
  ["fedora", "Fedora"],
  ["amazon", "Amazon Linux"],
  ["suse", "SUSE"],
  ["other", "Others"],
  ["alpine", "Alpine"],
  ["image", "Images and services"],
]);

const columns = [
  { title: "id" },
  { title: "name", shrinkTo: 16, dispensable: 1 },
  { title: "C library" },
  { title: "libstdc++" },
  { title: "supported until" },
];

export function printSystemsKnown({ date, systems }: SystemsKnowledge, width: number): Line[] {
  const families = new Map<string, KnownSystem[]>();
  for (const system of systems) {
    const family = families.get(system.family);
    if (family === undefined) families.set(system.family, [system]);
    else family.push(system);
  }
  return [
    [span(`Systems as of ${date}`, "strong"), span("  --floor takes one of the ids", "dim")],
    ...[...families].flatMap(([family, members]): Line[] => {
      const rows = members.map((system) => [
        span(system.id, "code"),
        span(system.name),
        span(system.libcText),
        span(glibcxx(system) ?? ""),
        until(system, date),
      ]);
      return [
        [],
        [span(headings.get(family) ?? family, "strong")],
        ...table(columns, rows, width - 2).map((line) => [span("  "), ...line]),
      ];
    }),
  ];
}

function until({ endOfLife, extendedEndOfLife }: KnownSystem, date: string) {
  if (endOfLife === null) return span("");
  if (isCurrent({ endOfLife }, date)) return span(endOfLife);
  const extended = extendedEndOfLife !== null && extendedEndOfLife >= date;
  return span(extended ? `${endOfLife}, extended to ${extendedEndOfLife}` : `${endOfLife}, ended`, "dim");
}

/** `3.4.30`; null if it is not known. */
function glibcxx({ limits }: KnownSystem): string | null {
  return limits.get("GLIBCXX")?.join(".") ?? null;
}

export function systemsJson({ date, systems }: SystemsKnowledge): string {
  const rows = systems.map((system) => ({
    id: system.id,
    name: system.name,
    family: system.family,
    kind: system.kind,
    libc: system.libcText,
    libstdcxx: glibcxx(system),
    architectures: system.architectures,
    end_of_life: system.endOfLife,
    extended_end_of_life: system.extendedEndOfLife,
  }));
  return `${JSON.stringify({ date, systems: rows }, null, 2)}\n`;
}
