/** Starts the judge's thread (judge-worker.ts) for the page, and anew where it was ended in the middle of a judgement. */
import { wrap, type Remote } from "comlink";
import type { WheelFacts } from "../core/model.ts";
import type { Report } from "../core/report.ts";
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

let bench: Bench | null = null;
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
  const { api, death } = seated();
  const watch = await Promise.race([api.watch(), death]);
  return {
    watch,
    assess: async (facts, signal) => {
      const mine = seated();
      let end = (): void => undefined;
      const ended = new Promise<never>((_, reject) => {
        end = () => reject(new Error("the judgement was ended"));
      });
      const timer = setTimeout(() => dismiss(mine, end), longestMs);
      const abort = (): void => dismiss(mine, end);
      signal.addEventListener("abort", abort);
      try {
        return withFacts(await Promise.race([mine.api.assess(facts), mine.death, ended]), facts);
      } finally {
        clearTimeout(timer);
        signal.removeEventListener("abort", abort);
      }
    },
  };
}

function withFacts(judgement: Judgement, facts: WheelFacts): Report {
  const libraries = facts.libraries.flatMap((library, index) => {
    const row = judgement.libraries[index];
    return row === undefined ? [] : [{ ...row, facts: library }];
  });
  return { ...judgement, facts, libraries };
}

function seated(): Bench {
  if (bench !== null) return bench;
  const worker = new Worker(new URL("./judge-worker.ts", import.meta.url), { type: "module" });
  const death = new Promise<never>((_, reject) => {
    worker.addEventListener("error", (event) => {
      if (bench?.worker === worker) bench = null;
      reject(new Error(event.message === "" ? "the judge's thread cannot be started" : event.message));
    });
  });
  // Whoever waits for an answer sees it; nobody else needs to.
  death.catch(() => undefined);
  bench = { worker, api: wrap<JudgeApi>(worker), death };
  return bench;
}

/** Comlink never settles a call whose worker is gone; `then` does. */
function dismiss(one: Bench, then: () => void): void {
  one.worker.terminate();
  if (bench === one) bench = null;
  then();
}
