/** `wheelscope policies`: what the verdicts are judged by, and as of when. */
import type { Knowledge, Policy } from "../../core/knowledge/knowledge.ts";
import { span, table, type Line } from "../terminal/layout.ts";

const systems: Readonly<Record<Policy["libc"], string>> = {
  glibc: "Linux with glibc",
  musl: "Linux with musl",
  android: "Android",
};

export function printPolicies(knowledge: Knowledge, width: number): Line[] {
  const heading: Line = [
    span(`Policies of ${knowledge.policyDate}`, "strong"),
    span(` from ${knowledge.policySource}`, "dim"),
  ];
  return [
    heading,
    ...(["glibc", "musl", "android"] as const).flatMap((libc): Line[] => {
      const policies = knowledge.policies.filter((policy) => policy.libc === libc).sort(oldestFirst);
      const rows = policies.map(({ name, aliases, architectures }) => [
        span(name, "tag"),
        span(aliases.join(" "), "dim"),
        span(architectures.join(" ")),
      ]);
      const columns = [
        { title: "policy" },
        { title: "also called" },
        { title: "architectures", shrinkTo: 20 },
      ];
      return [
        [],
        [span(systems[libc], "strong")],
        ...table(columns, rows, width - 2).map((line) => [span("  "), ...line]),
      ];
    }),
  ];
}

/** As JSON: names and architectures; the lists behind them are the policies' own, at their source. */
export function policiesJson(knowledge: Knowledge): string {
  const policies = [...knowledge.policies]
    .sort(oldestFirst)
    .map(({ libc, name, aliases, architectures }) => ({
      libc,
      name,
      aliases,
      architectures,
    }));
  return `${JSON.stringify({ date: knowledge.policyDate, source: knowledge.policySource, policies }, null, 2)}\n`;
}

const libcs = ["glibc", "musl", "android"];

const oldestFirst = (a: Policy, b: Policy): number =>
  libcs.indexOf(a.libc) - libcs.indexOf(b.libc) || b.priority - a.priority;
