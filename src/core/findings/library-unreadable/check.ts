/** Native files without facts. What could not be read cannot be promised: the verdict is unknown. */
import { errorText } from "../../error-text.ts";
import type { Evidence } from "../../evidence.ts";
import { count, library, say } from "../../sentence.ts";
import type { Check } from "../forms.ts";

export const check: Check = ({ facts }) => {
  const failed = facts.libraries.filter((entry) => entry.elf === null);
  const [first] = failed;
  if (first === undefined) return null;
  const reason = (entry: typeof first): string =>
    entry.error === null ? "No facts were given." : errorText(entry.error).sentence;
  return {
    sentence:
      failed.length === 1
        ? say`${library(first.path)} could not be read, so the wheel cannot be judged as a whole.`
        : say`${count(failed.length, "native file")} could not be read, so the wheel cannot be judged as a whole.`,
    advice: [
      ...new Set(failed.flatMap((entry) => (entry.error === null ? [] : [errorText(entry.error).advice]))),
    ].map((text) => [text]),
    libraries: failed.map(({ path }) => path),
    evidence: failed.map((entry): Evidence => ({ in: entry.path, note: reason(entry) })),
  };
};
