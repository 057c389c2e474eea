/**
 * Symbols that a policy forbids by name because old systems of the tag lack them. auditwheel looks only at files that
 * nothing else in the wheel needs; bundled libraries with such symbols fail just the same, so they are reported as a warning.
 */
import { type CheckContext, blockersOf, readLibraries } from "../../check-context.ts";
import type { Evidence } from "../../evidence.ts";
import type { Policy } from "../../knowledge/knowledge.ts";
import { distinct } from "../../order.ts";
import { code, list, nameList, say, subject, symbol, tag, verb } from "../../sentence.ts";
import { policyOf } from "../../verdict/own-blockers.ts";
import type { Check, Found } from "../forms.ts";

interface Use {
  readonly in: string;
  readonly symbol: string;
  readonly from: string;
}

export const check: Check = (context) => {
  const uses = blockersOf(context, "forbidden-symbol");
  if (uses.length > 0) return report(context, uses, "error");
  const bundled = usesOfBundled(context);
  return bundled.length > 0 ? report(context, bundled, "warning") : null;
};

function usesOfBundled({ facts, target, knowledge, linkage }: CheckContext): Use[] {
  const policy =
    target?.state === "met" && target.judgedBy === target.tag ? policyOf(target.judgedBy, knowledge) : null;
  if (policy === null) return [];
  return readLibraries(facts).flatMap(({ path, elf }) =>
    elf.watchedSymbols.flatMap((watched): Use[] => {
      if (watched.defined || watched.binding === "weak") return [];
      const from = elf.needed.find((needed) => forbids(policy, needed, watched.name));
      const system = linkage.get(path)?.some((link) => link.needed === from && link.kind === "allowed");
      return from !== undefined && system === true ? [{ in: path, symbol: watched.name, from }] : [];
    }),
  );
}

/** The names come from the wheel, so `__proto__` must not find anything. */
function forbids(policy: Policy, needed: string, name: string): boolean {
  return (
    Object.hasOwn(policy.forbiddenSymbols, needed) && policy.forbiddenSymbols[needed]?.includes(name) === true
  );
}

function report({ target }: CheckContext, uses: readonly Use[], severity: "error" | "warning"): Found | null {
  if (target === null) return null;
  const paths = distinct(uses.map((use) => use.in));
  const providers = distinct(uses.map((use) => use.from));
  const names = distinct(uses.map((use) => use.symbol)).map(symbol);
  const zlib = providers.some((name) => name.startsWith("libz."));
  return {
    severity,
    sentence: say`${subject(paths)} ${verb(paths.length, "takes", "take")} ${list(names)} from ${nameList(providers)}, but not every system of ${tag(target.tag)} has ${verb(names.length, "that symbol", "those symbols")}.`,
    advice: [
      zlib
        ? say`Link zlib statically, or rename the bundled copy and let ${code("auditwheel repair")} include it, so that the system's older ${code("libz.so.1")} is not used.`
        : say`Build on an older system, where these symbols do not exist and the code falls back, or claim a newer tag.`,
    ],
    libraries: paths,
    evidence: uses.map((use): Evidence => ({ in: use.in, symbol: use.symbol, from: use.from })),
  };
}
