/**
 * One session, one phase: idle → reading → report | failed. `advance` is the whole of the rules, a pure function; the store
 * below it runs the engine and feeds it events. Events carry the number of the reading they belong to: what a cancelled or
 * replaced reading still sends is dropped.
 */
import { create } from "zustand";
import { inspectError, type InspectError } from "../core/inspect-error.ts";
import type { WheelFacts } from "../core/model.ts";
import type { Report } from "../core/report.ts";
import type { Engine } from "../engine/inspect.ts";
import type { Inspection, Progress, WatchList } from "../engine/protocol.ts";

export interface OpenFile {
  readonly name: string;
  readonly sizeBytes: number;
}

/** The hash costs as much as reading the file again, so it is computed when asked for. */
export type Hash =
  | { readonly kind: "unasked" }
  | { readonly kind: "computing"; readonly bytesDone: number }
  | { readonly kind: "known"; readonly hex: string }
  | { readonly kind: "failed"; readonly error: InspectError };

export type Phase =
  | { readonly phase: "idle" }
  | {
      readonly phase: "reading";
      readonly id: number;
      readonly file: OpenFile;
      readonly progress: Progress | null;
      /** Paths of the libraries begun so far, oldest first. */
      readonly begun: readonly string[];
    }
  | {
      readonly phase: "report";
      readonly id: number;
      readonly file: OpenFile;
      readonly report: Report;
      readonly inspection: Inspection;
      readonly hash: Hash;
    }
  | { readonly phase: "failed"; readonly id: number; readonly file: OpenFile; readonly error: InspectError };

export type SessionEvent =
  | { readonly kind: "chosen"; readonly id: number; readonly file: OpenFile }
  | { readonly kind: "progressed"; readonly id: number; readonly progress: Progress }
  | { readonly kind: "judged"; readonly id: number; readonly report: Report; readonly inspection: Inspection }
  | { readonly kind: "broke"; readonly id: number; readonly error: InspectError }
  | { readonly kind: "hashed"; readonly id: number; readonly hash: Hash }
  | { readonly kind: "left" };

export function advance(phase: Phase, event: SessionEvent): Phase {
  if (event.kind === "left") return { phase: "idle" };
  if (event.kind === "chosen") {
    return { phase: "reading", id: event.id, file: event.file, progress: null, begun: [] };
  }
  if (phase.phase === "idle" || phase.id !== event.id) return phase;
  if (event.kind === "hashed") return phase.phase === "report" ? { ...phase, hash: event.hash } : phase;
  if (phase.phase !== "reading") return phase;
  switch (event.kind) {
    case "progressed": {
      const { current } = event.progress;
      const isNew = current !== null && !phase.begun.includes(current);
      return { ...phase, progress: event.progress, begun: isNew ? [...phase.begun, current] : phase.begun };
    }
    case "judged": {
      const { id, report, inspection } = event;
      const { sha256 } = report.facts;
      const hash: Hash = sha256 === null ? { kind: "unasked" } : { kind: "known", hex: sha256 };
      return { phase: "report", id, file: phase.file, report, inspection, hash };
    }
    case "broke":
      // A cancelled reading has been left already; should the engine say so first, it is not a failure.
      if (event.error.id === "cancelled") return { phase: "idle" };
      return { phase: "failed", id: event.id, file: phase.file, error: event.error };
  }
}

/** Facts in, report out; and the names that the reader must look out for. */
export interface Judge {
  readonly watch: WatchList;
  readonly assess: (facts: WheelFacts) => Report;
}

/** What the session needs from outside: given by main.tsx, faked by tests. */
export interface SessionTools {
  readonly engine: () => Promise<Engine>;
  readonly judge: () => Promise<Judge>;
}

export interface Session {
  readonly phase: Phase;
  /** Files dropped together with the open one, not opened yet. */
  readonly queue: readonly File[];
  /** Something the page could not do, in one sentence; gone with the next file. */
  readonly notice: string | null;
  /** Opens the first file and queues the others; what was open is left. */
  readonly open: (files: readonly File[]) => void;
  /** Back to the landing page; ends a reading and frees its memory. */
  readonly leave: () => void;
  readonly computeHash: () => void;
  readonly say: (notice: string | null) => void;
}

export function createSession(tools: SessionTools) {
  let lastId = 0;
  let abort: AbortController | null = null;

  return create<Session>()((set, get) => {
    const send = (event: SessionEvent): void => {
      set((state) => ({ phase: advance(state.phase, event) }));
    };

    const release = (): void => {
      abort?.abort();
      abort = null;
      const { phase } = get();
      if (phase.phase === "report") phase.inspection.close();
    };

    const read = async (file: File, id: number, signal: AbortSignal): Promise<void> => {
      try {
        const [engine, judge] = await Promise.all([tools.engine(), tools.judge()]);
        if (signal.aborted) return;
        const outcome = await engine.inspect(
          { kind: "blob", blob: file },
          {
            fileName: file.name,
            watch: judge.watch,
            signal,
            onProgress: (progress) => send({ kind: "progressed", id, progress }),
          },
        );
        if (!outcome.ok) return send({ kind: "broke", id, error: outcome.error });
        const { phase } = get();
        if (phase.phase !== "reading" || phase.id !== id) return outcome.value.close();
        send({ kind: "judged", id, report: judge.assess(outcome.value.facts), inspection: outcome.value });
      } catch (error) {
        send({ kind: "broke", id, error: inspectError("engine-crashed", { detail: describe(error) }) });
      }
    };

    return {
      phase: { phase: "idle" },
      queue: [],
      notice: null,
      open: ([file, ...queue]) => {
        if (file === undefined) return;
        release();
        abort = new AbortController();
        lastId += 1;
        send({ kind: "chosen", id: lastId, file: { name: file.name, sizeBytes: file.size } });
        set({ queue, notice: null });
        void read(file, lastId, abort.signal);
      },
      leave: () => {
        release();
        send({ kind: "left" });
        set({ queue: [] });
      },
      computeHash: () => {
        const { phase } = get();
        if (phase.phase !== "report" || phase.hash.kind === "computing" || phase.hash.kind === "known")
          return;
        const { id, inspection } = phase;
        send({ kind: "hashed", id, hash: { kind: "computing", bytesDone: 0 } });
        const onProgress = ({ bytesDone }: Progress): void =>
          send({ kind: "hashed", id, hash: { kind: "computing", bytesDone } });
        inspection.sha256(onProgress).then(
          (outcome) => {
            const hash: Hash = outcome.ok
              ? { kind: "known", hex: outcome.value }
              : { kind: "failed", error: outcome.error };
            send({ kind: "hashed", id, hash });
          },
          (error: unknown) => {
            const failure = inspectError("engine-crashed", { detail: describe(error) });
            send({ kind: "hashed", id, hash: { kind: "failed", error: failure } });
          },
        );
      },
      say: (notice) => set({ notice }),
    };
  });
}

export type SessionStore = ReturnType<typeof createSession>;

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
