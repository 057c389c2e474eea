/**
 * The session: the wheels that are open, one or a whole release, read one after another; or a report that somebody sent. What
 * happens to one wheel is in wheel.ts; here are the queue, the engine and the judge.
 */
import { create } from "zustand";
import { errorText } from "../../core/error-text.ts";
import { inspectError, type InspectError } from "../../facts/inspect-error.ts";
import type { SharedReport } from "../../document/link/shared-report.ts";
import type { WheelFacts } from "../../facts/model.ts";
import type { Report } from "../../core/report.ts";
import type { Engine } from "../../engine/inspect.ts";
import type { Inspection, Progress, WatchList } from "../../engine/protocol.ts";
import { advance, keysOf, type Hash, type ReportedWheel, type Wheel, type WheelEvent } from "./wheel.ts";

/** Facts in, report out; and the names that the reader must look out for. */
export interface Judge {
  readonly watch: WatchList;
  /** Rejects when `signal` fires, or when judging fails. */
  readonly assess: (facts: WheelFacts, signal: AbortSignal) => Promise<Report>;
}

/** What the session needs from outside: given by main.tsx, faked by tests. */
export interface SessionTools {
  readonly engine: () => Promise<Engine>;
  readonly judge: () => Promise<Judge>;
}

/** Where the open wheels came from. */
export type Origin =
  | { readonly kind: "none" | "files" }
  /** A shared link, or a report document (`link` null). `report` null while it is decoded, or where it cannot be. */
  | {
      readonly kind: "shared";
      readonly link: string | null;
      readonly report: SharedReport | null;
      readonly error: InspectError | null;
    };

export interface Session {
  /** In the order of the drop; empty: nothing is open. */
  readonly wheels: readonly Wheel[];
  readonly origin: Origin;
  /** Something the page could not do, in one sentence; gone with the next file. */
  readonly notice: string | null;
  /** Opens these files instead of what was open. */
  readonly open: (files: readonly File[]) => void;
  /** Opens these files beside what is open. */
  readonly add: (files: readonly File[]) => void;
  /** Begins to open a shared link or a report document (null): what was open is left, and nothing is shown until `openShared` or `failShared`. */
  readonly beginShared: (link: string | null) => void;
  readonly openShared: (report: SharedReport, link: string | null) => void;
  readonly failShared: (error: InspectError, link: string | null) => void;
  /**
   * Reads a file in the place of a shared report, under the name that was shared, to see whether they agree; computes its hash where
   * one was shared. A file that cannot be read, or a reading that is cancelled, leaves the shared report as it was.
   */
  readonly verify: (id: number, file: File) => void;
  /** Takes one wheel out of the queue, or ends its reading. */
  readonly cancel: (id: number) => void;
  /** Reads a cancelled or failed wheel after all. */
  readonly readAgain: (id: number) => void;
  /** Back to the landing page; ends readings and frees their memory. */
  readonly leave: () => void;
  readonly computeHash: (id: number) => void;
  readonly say: (notice: string | null) => void;
}

/** What stands behind a wheel of the session: a file to read, or facts to judge. */
type Work =
  | { readonly kind: "file"; readonly file: File; readonly shared?: { readonly report: Report } }
  | { readonly kind: "facts"; readonly facts: WheelFacts };

const nothing: Origin = { kind: "none" };
const files: Origin = { kind: "files" };

export function createSession(tools: SessionTools) {
  let lastId = 0;
  const work = new Map<number, Work>();
  let running: { readonly id: number; readonly abort: AbortController } | null = null;

  return create<Session>()((set, get) => {
    const find = (id: number): Wheel | undefined => get().wheels.find((wheel) => wheel.id === id);

    const send = (id: number, event: WheelEvent): void => {
      set(({ wheels }) => ({
        wheels: wheels.map((wheel) => (wheel.id === id ? advance(wheel, event) : wheel)),
      }));
    };

    const enqueue = (
      items: readonly { readonly work: Work; readonly sizeBytes: number; name: string }[],
    ): void => {
      const keys = keysOf(
        items.map(({ name }) => name),
        get().wheels.map(({ key }) => key),
      );
      const added = items.map(({ work: item, name, sizeBytes }, index): Wheel => {
        lastId += 1;
        work.set(lastId, item);
        return { phase: "waiting", id: lastId, key: keys[index] ?? name, file: { name, sizeBytes } };
      });
      set(({ wheels }) => ({ wheels: [...wheels, ...added], notice: null }));
      next();
    };

    /** Everything that was open goes; late answers of it find no wheel. */
    const clear = (origin: Origin): void => {
      running?.abort.abort();
      running = null;
      for (const wheel of get().wheels) if (wheel.phase === "report") wheel.inspection?.close();
      work.clear();
      set({ wheels: [], origin, notice: null });
    };

    /** One wheel at a time: each has the whole pool of workers. */
    const next = (): void => {
      if (running !== null) return;
      const waiting = get().wheels.find(({ phase }) => phase === "waiting");
      const item = waiting === undefined ? undefined : work.get(waiting.id);
      if (waiting === undefined || item === undefined) return;
      const mine = { id: waiting.id, abort: new AbortController() };
      running = mine;
      send(waiting.id, { kind: "began" });
      void read(waiting.id, item, mine.abort.signal).finally(() => {
        if (running !== mine) return;
        running = null;
        next();
      });
    };

    const read = async (id: number, item: Work, signal: AbortSignal): Promise<void> => {
      let inspection: Inspection | null = null;
      const isEnded = (): boolean => signal.aborted;
      // The wheel may be read again meanwhile; what an ended reading still says is not about that.
      const tell = (event: WheelEvent): void => {
        if (!isEnded()) send(id, event);
      };
      const broke = (error: InspectError): void => {
        if (isEnded()) return;
        const { name } = find(id)?.file ?? { name: "The file" };
        if (!takeBack(id, `${name} could not be read: ${errorText(error).title}.`))
          send(id, { kind: "broke", error });
      };
      try {
        const judge = await tools.judge();
        if (item.kind === "file") {
          const engine = await tools.engine();
          if (isEnded()) return;
          const outcome = await engine.inspect(
            { kind: "blob", blob: item.file },
            {
              fileName: item.file.name,
              watch: judge.watch,
              commonNames: async () => (await import("../../data/libc-names/common-names.ts")).commonNames,
              signal,
              onProgress: (progress) => tell({ kind: "progressed", progress }),
            },
          );
          if (!outcome.ok) return broke(outcome.error);
          inspection = outcome.value;
        }
        if (isEnded()) return inspection?.close();
        const facts = inspection?.facts ?? (item.kind === "facts" ? item.facts : null);
        if (facts === null) return;
        const report = await judge.assess(facts, signal);
        if (isEnded()) return inspection?.close();
        const shared = item.kind === "file" ? item.shared : undefined;
        tell({ kind: "judged", report, inspection, ...(shared === undefined ? {} : { shared }) });
        if (typeof shared?.report.facts.sha256 === "string") get().computeHash(id);
      } catch (error) {
        inspection?.close();
        broke(crashed(error));
      }
    };

    const filesOf = (chosen: readonly File[]) =>
      chosen.map((file) => ({
        work: { kind: "file", file } as const,
        name: file.name,
        sizeBytes: file.size,
      }));

    const restart = (id: number, event: WheelEvent): void => {
      send(id, event);
      if (running?.id === id) {
        running.abort.abort();
        running = null;
      }
      next();
    };

    /** A file that was to verify a shared report did not: what was shared is judged again. False: this wheel is not being verified. */
    const takeBack = (id: number, notice: string | null): boolean => {
      const item = work.get(id);
      const phase = find(id)?.phase;
      if (item?.kind !== "file" || item.shared === undefined) return false;
      if (phase !== "waiting" && phase !== "reading") return false;
      work.set(id, { kind: "facts", facts: item.shared.report.facts });
      set({ notice });
      restart(id, { kind: "asked-again" });
      return true;
    };

    return {
      wheels: [],
      origin: nothing,
      notice: null,
      open: (chosen) => {
        if (chosen.length === 0) return;
        clear(files);
        enqueue(filesOf(chosen));
      },
      add: (chosen) => {
        if (get().origin.kind === "none") set({ origin: files });
        enqueue(filesOf(chosen));
      },
      beginShared: (link) => clear({ kind: "shared", link, report: null, error: null }),
      openShared: (report, link) => {
        clear({ kind: "shared", link, report, error: null });
        enqueue(
          report.wheels.map(({ facts }) => ({
            work: { kind: "facts", facts },
            name: facts.fileName,
            sizeBytes: facts.sizeBytes,
          })),
        );
      },
      failShared: (error, link) => clear({ kind: "shared", link, report: null, error }),
      verify: (id, file) => {
        const wheel = find(id);
        if (wheel?.phase !== "report") return;
        wheel.inspection?.close();
        const report = wheel.shared?.report ?? wheel.report;
        const { fileName } = report.facts;
        const named = file.name === fileName ? file : new File([file], fileName);
        work.set(id, { kind: "file", file: named, shared: { report } });
        set({ notice: null });
        restart(id, { kind: "asked-again" });
      },
      cancel: (id) => {
        if (!takeBack(id, null)) restart(id, { kind: "cancelled" });
      },
      readAgain: (id) => {
        const phase = find(id)?.phase;
        if (phase === "cancelled" || phase === "failed") restart(id, { kind: "asked-again" });
      },
      leave: () => clear(nothing),
      computeHash: (id) => {
        const wheel = find(id);
        if (wheel?.phase !== "report" || wheel.inspection === null) return;
        if (wheel.hash.kind === "computing" || wheel.hash.kind === "known") return;
        void hash(wheel, wheel.inspection);
      },
      say: (notice) => set({ notice }),
    };

    async function hash({ id }: ReportedWheel, inspection: Inspection): Promise<void> {
      const tell = (state: Hash): void => send(id, { kind: "hashed", hash: state });
      tell({ kind: "computing", bytesDone: 0 });
      try {
        const onProgress = ({ bytesDone }: Progress): void => tell({ kind: "computing", bytesDone });
        const outcome = await inspection.sha256(onProgress);
        tell(outcome.ok ? { kind: "known", hex: outcome.value } : { kind: "failed", error: outcome.error });
      } catch (error) {
        tell({ kind: "failed", error: crashed(error) });
      }
    }
  });
}

export type SessionStore = ReturnType<typeof createSession>;

function crashed(error: unknown): InspectError {
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return inspectError("engine-crashed", { detail });
}
