/** Brings an entry's compressed bytes to the reader, from where it wants them, until it has an answer. */
import type { Outcome } from "../../facts/inspect-error.ts";
import { STATUS } from "../../facts/reader-lists.ts";
import { parseError, parseFacts } from "./elf-json.ts";
import type { EntryJob, Pieces, ReadElf } from "./elf-job.ts";
import type { ElfModule } from "./elf-module.ts";

/** Bytes given to the module at a time: its input buffer is no larger. */
export const PUSH_BYTES = 1 << 20;

/**
 * What the reader wants next, or its answer. Taken from the module in the same turn as the call: it has one output, and
 * other sessions go on at every `await`.
 */
type Step =
  | { readonly kind: "more" }
  | { readonly kind: "seek"; readonly offset: number }
  | { readonly kind: "answer"; readonly outcome: Outcome<ReadElf> };

function stepOf(elf: ElfModule, session: number, job: EntryJob, state: number): Step {
  if (state === STATUS.more) return { kind: "more" };
  if (state === STATUS.seek) return { kind: "seek", offset: elf.call((exports) => exports.seek_offset()) };
  const text = elf.answer();
  if (state !== STATUS.complete)
    return { kind: "answer", outcome: { ok: false, error: parseError(text, job.path) } };
  const facts = parseFacts(text);
  return { kind: "answer", outcome: { ok: true, value: { facts, links: linksOf(elf, session) } } };
}

/** Null if the library has more names than can be followed. */
function linksOf(elf: ElfModule, session: number): Uint8Array<ArrayBuffer> | null {
  elf.call((exports) => {
    exports.links(session);
  });
  const bytes = elf.bytes();
  return bytes.length === 0 ? null : bytes;
}

/** Pushes until the reader has what it wants, asking for other pieces whenever it seeks. */
export async function feed(
  elf: ElfModule,
  session: number,
  job: EntryJob,
  pieces: Pieces,
): Promise<Outcome<ReadElf>> {
  let from = 0;
  for (;;) {
    let step: Step = { kind: "more" };
    for await (const piece of pieces(from)) {
      step = pushAll(elf, session, job, piece);
      if (step.kind !== "more") break;
    }
    if (step.kind === "more") step = finish(elf, session, job);
    if (step.kind === "answer") return step.outcome;
    from = step.offset;
  }
}

/** Pushes a piece in parts; stops early when the reader wants nothing more of it. */
export function pushAll(elf: ElfModule, session: number, job: EntryJob, piece: Uint8Array): Step {
  for (let at = 0; at < piece.length; at += PUSH_BYTES) {
    const length = elf.write(piece.subarray(at, at + PUSH_BYTES));
    const state = elf.call((exports) => exports.push(session, length));
    if (state !== STATUS.more) return stepOf(elf, session, job, state);
  }
  return { kind: "more" };
}

/** Tells the reader that there are no more compressed bytes; it then never wants more. */
export function finish(elf: ElfModule, session: number, job: EntryJob): Exclude<Step, { kind: "more" }> {
  const step = stepOf(
    elf,
    session,
    job,
    elf.call((exports) => exports.finish(session)),
  );
  if (step.kind === "more") throw new TypeError("The ELF reader waits for bytes after the end.");
  return step;
}
