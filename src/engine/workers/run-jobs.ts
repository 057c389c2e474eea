/**
 * Hands the jobs of an archive to the crew, the largest first. A job on which a worker dies is cut in halves until the
 * one entry at fault is found; that entry is reported and the rest of the archive stands.
 */
import type { Crew } from "./crew.ts";
import { WorkerLost } from "./crew.ts";
import { errorOf } from "../failure.ts";
import { packedBytes, type Job } from "./jobs.ts";
import { limits } from "../limits.ts";
import type { JobResult } from "./read-job.ts";

interface Running {
  /** Another job was under way in the same worker, so either may have killed it. */
  shared: boolean;
}

/** Throws the first `Failure`; results that come later are dropped by whoever ends the crew. */
export async function runJobs(
  crew: Crew,
  jobs: readonly Job[],
  onResult: (job: Job, result: JobResult) => void,
): Promise<void> {
  const queue = [...jobs];
  const running = Array.from({ length: crew.size }, () => new Set<Running>());
  /** Until a worker dies; from then on it must be certain which job did it. */
  let pairing = true;

  const lanes = running.slice(0, queue.length).map((here, slot) => lane(here, slot));
  await Promise.all(lanes);

  async function lane(here: Set<Running>, slot: number): Promise<void> {
    // A partner that leaves a job behind, because its worker died, leaves it to this lane.
    while (queue.length > 0) {
      let partner: Promise<void> | null = null;
      for (let job = queue.shift(); job !== undefined; job = queue.shift()) {
        // While one small job is decoded, the bytes of the next are already being read.
        if (partner === null && pairing && packedBytes(job) <= limits.batchBytes) {
          partner = partnerLane(here, slot);
          // Awaited below; a failure before that must not count as unhandled.
          partner.catch(() => undefined);
        }
        await run(job, here, slot);
      }
      await partner;
    }
  }

  async function partnerLane(here: Set<Running>, slot: number): Promise<void> {
    await Promise.resolve();
    for (let job = pairing ? queue.shift() : undefined; job !== undefined;) {
      await run(job, here, slot);
      job = pairing ? queue.shift() : undefined;
    }
  }

  async function run(job: Job, here: Set<Running>, slot: number): Promise<void> {
    const mark: Running = { shared: here.size > 0 };
    for (const other of here) other.shared = true;
    here.add(mark);
    try {
      onResult(job, await crew.call(slot, (api) => api.readJob(job)));
    } catch (thrown) {
      if (!(thrown instanceof WorkerLost)) throw thrown;
      pairing = false;
      if (mark.shared) queue.unshift(job);
      else if (job.entries.length > 1) queue.unshift(...halves(job));
      else onResult(job, lostEntry(job, thrown));
    } finally {
      here.delete(mark);
    }
  }
}

function halves(job: Job): Job[] {
  const middle = Math.ceil(job.entries.length / 2);
  const split = job.entries[middle]?.offset ?? job.to;
  return [
    { entries: job.entries.slice(0, middle), from: job.from, to: Math.min(job.to, split) },
    { entries: job.entries.slice(middle), from: split, to: Math.max(job.to, split) },
  ];
}

/** What brought a worker down was read as a library: nothing else is decoded there. */
function lostEntry(job: Job, lost: WorkerLost): JobResult {
  const error = errorOf(lost);
  return {
    dataFrom: [],
    libraries: job.entries.map(({ path }) => ({ path, elf: null, error: { ...error, path }, links: null })),
    problems: { problems: [], problemCount: 0 },
  };
}
