/** Starts the judge's thread (judge-worker.ts) for the page, and again if it was ended in the middle of a judgement. */
import { wrap, type Remote } from "comlink";
import type { EncodedLink, SharedReport } from "../../document/link/shared-report.ts";
import type { WheelFacts } from "../../facts/model.ts";
import type { Report } from "../../core/report.ts";
import type { JudgeApi, Judgement } from "./judge-worker.ts";
import type { Judge } from "./session.ts";

/** A report that takes longer was made to. The largest wheels known take less than a second. */
const longestMs = 60_000;

interface Bench {
  readonly worker: Worker;
  readonly api: Remote<JudgeApi>;
  /** Rejects when the thread dies; never resolves. */
  readonly death: Promise<never>;
}

/** A link is made in a second thread: ending it must not end a judgement. */
type Seat = "judge" | "scribe";

const benches: Record<Seat, Bench | null> = { judge: null, scribe: null };
let started: Promise<Judge> | null = null;

/** The one judge of the page; started on first use, and again if the start failed (a lost connection). */
export function pageJudge(): Promise<Judge> {
  started ??= start().catch((error: unknown) => {
    started = null;
    throw error;
  });
  return started;
}

async function start(): Promise<Judge> {
  const { api, death } = seated("judge");
  const watch = await Promise.race([api.watch(), death]);
  return {
    watch,
    assess: async (facts, signal) => withFacts(await ask("judge", (api) => api.assess(facts), signal), facts),
  };
}

/** A share link of these facts. Not in the page's thread: what a link leaves out is judged again and again. */
export function encodeShared(shared: SharedReport, signal: AbortSignal): Promise<EncodedLink> {
  return ask<EncodedLink>("scribe", async (api) => await api.encode(shared), signal);
}

/** Gives the thread's memory back; the next link starts it again. */
export function endEncoding(): void {
  if (benches.scribe !== null) dismiss("scribe", benches.scribe, () => undefined);
}

/** Rejects when `signal` fires, when it takes too long, or when the thread dies. */
async function ask<T>(
  seat: Seat,
  question: (api: Remote<JudgeApi>) => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  const mine = seated(seat);
  let end = (): void => undefined;
  const ended = new Promise<never>((_, reject) => {
    end = () => reject(new Error("the judgement was ended"));
  });
  const timer = setTimeout(() => dismiss(seat, mine, end), longestMs);
  const abort = (): void => dismiss(seat, mine, end);
  signal.addEventListener("abort", abort);
  try {
    return await Promise.race([question(mine.api), mine.death, ended]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", abort);
  }
}

function withFacts(judgement: Judgement, facts: WheelFacts): Report {
  const libraries = facts.libraries.flatMap((library, index) => {
    const row = judgement.libraries[index];
    return row === undefined ? [] : [{ ...row, facts: library }];
  });
  return { ...judgement, facts, libraries };
}

function seated(seat: Seat): Bench {
  const seatedNow = benches[seat];
  if (seatedNow !== null) return seatedNow;
  const worker = new Worker(new URL("./judge-worker.ts", import.meta.url), { type: "module" });
  const death = new Promise<never>((_, reject) => {
    worker.addEventListener("error", (event) => {
      if (benches[seat]?.worker === worker) benches[seat] = null;
      reject(new Error(event.message === "" ? "the judge's thread cannot be started" : event.message));
    });
  });
  // Whoever waits for an answer sees it; nobody else needs to.
  death.catch(() => undefined);
  const bench = { worker, api: wrap<JudgeApi>(worker), death };
  benches[seat] = bench;
  return bench;
}

/** Comlink never settles a call whose worker is gone; `then` does. */
function dismiss(seat: Seat, one: Bench, then: () => void): void {
  one.worker.terminate();
  if (benches[seat] === one) benches[seat] = null;
  then();
}
