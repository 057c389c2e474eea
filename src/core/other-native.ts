/** Words for native files that are not ELF: how many of which kind, no more, since nobody looked inside. */
import type { WheelFacts } from "../facts/model.ts";
import { count } from "./sentence.ts";
import { formatBytes } from "./units.ts";

type Kind = NonNullable<WheelFacts["otherNative"]>[number]["kind"];

const NAMES: Readonly<Record<Kind, readonly [one: string, many: string, ending: string]>> = {
  "static-archive": ["static archive", "static archives", ".a"],
  dll: ["Windows library", "Windows libraries", ".dll"],
  pyd: ["Windows module", "Windows modules", ".pyd"],
  dylib: ["macOS library", "macOS libraries", ".dylib"],
  exe: ["Windows program", "Windows programs", ".exe"],
};

/** `20 static archives (.a) of 944 MB`, one for each kind; empty if there are none, or nobody counted. */
export function otherNativeWords({ otherNative }: Pick<WheelFacts, "otherNative">): string[] {
  return (otherNative ?? []).map(({ kind, count: amount, bytes }) => {
    const [one, many, ending] = NAMES[kind];
    return `${count(amount, one, many)} (${ending}) of ${formatBytes(bytes)}`;
  });
}
