/** Python opens modules with RTLD_NOW: one strong symbol that is not found ends the import (ld.so(8); dlopen(3)). */
import type { Failing } from "../../loading/loading.ts";
import { loaderMessage, nameOf, unboundWords } from "../../loading/unbound-words.ts";
import type { Evidence } from "../../evidence.ts";
import { code, count, say, type Sentence } from "../../sentence.ts";
import type { Check } from "../forms.ts";

type FailingName = Extract<Failing, { kind: "name" }>;

export const check: Check = ({ loading, judgement }) => {
  const failing = loading.failing.filter((each): each is FailingName => each.kind === "name");
  const [first] = failing;
  if (first === undefined) return null;
  const { unbound, start } = first;
  const others = failing.length - 1;
  const more = others === 0 ? "" : say` So do ${count(others, "other module")}, in the same way.`;
  const musl = judgement.libc === "musl";
  return {
    sentence: say`${unboundWords(unbound)}; importing ${code(start.library.path)} fails with “${loaderMessage(unbound, musl)}”.${more}`,
    advice: advice(unbound, musl),
    libraries: failing.flatMap((each) => [each.unbound.askedBy, each.start.library.path]),
    evidence: failing.map((each): Evidence => ({
      in: each.unbound.askedBy,
      symbol: each.unbound.name,
      ...(each.unbound.version === null ? {} : { version: each.unbound.version }),
      note: each.count === 1 ? "the only one" : `one of ${count(each.count, "such symbol")}`,
    })),
  };
};

function advice(unbound: FailingName["unbound"], musl: boolean): Sentence[] {
  const { ownedBy, askedBy } = unbound;
  if (ownedBy !== null)
    return [
      say`Link ${code(askedBy)} with ${code(ownedBy)}, so that it needs it (${code("-Wl,--no-as-needed")} if the linker leaves it out), and give it an RPATH that leads there.`,
    ];
  const origin = musl
    ? say`If it was built on a system with glibc, build it on Alpine or in a musllinux image: glibc has names that musl has not.`
    : say`Link the file with the library that has ${nameOf(unbound)}, and let auditwheel repair put that library into the wheel.`;
  return [
    origin,
    say`${code("-Wl,-z,defs")} makes the linker refuse such a file; leave out Python’s own symbols with ${code("-Wl,--unresolved-symbols=…")} only if you must.`,
  ];
}
