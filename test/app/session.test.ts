import { describe, expect, it, vi } from "vitest";
import { inspectError, type Outcome } from "../../src/core/inspect-error.ts";
import type { Engine } from "../../src/engine/inspect.ts";
import type { InspectOptions, Inspection, Progress } from "../../src/engine/protocol.ts";
import { advance, createSession, type Phase } from "../../src/app/session.ts";
import { facts, report } from "./fixture.ts";

const file = { name: "a.whl", sizeBytes: 3 };
const idle: Phase = { phase: "idle" };
const reading = advance(idle, { kind: "chosen", id: 1, file });

const progress = (current: string | null): Progress => ({
  phase: "libraries",
  bytesDone: 1,
  bytesTotal: 3,
  librariesDone: 0,
  librariesFound: 2,
  current,
});

function inspection(): Inspection & { closed: number } {
  const self = {
    facts,
    closed: 0,
    symbols: () => Promise.reject(new Error("not asked")),
    sha256: () => Promise.resolve({ ok: true as const, value: "ab".repeat(32) }),
    close: () => {
      self.closed += 1;
    },
  };
  return self;
}

describe("advance", () => {
  it("lists each library begun once, in order", () => {
    const events = ["b.so", "a.so", "b.so", null].map((current) => ({
      kind: "progressed" as const,
      id: 1,
      progress: progress(current),
    }));
    const after = events.reduce(advance, reading);
    expect(after).toMatchObject({ phase: "reading", begun: ["b.so", "a.so"] });
  });

  it("drops what a replaced or cancelled reading still sends", () => {
    const second = advance(reading, { kind: "chosen", id: 2, file });
    expect(advance(second, { kind: "progressed", id: 1, progress: progress("a.so") })).toBe(second);
    expect(advance(second, { kind: "judged", id: 1, report, inspection: inspection() })).toBe(second);
    expect(advance(idle, { kind: "broke", id: 1, error: inspectError("not-a-zip") })).toBe(idle);
  });

  it("takes a hash only for the report it belongs to", () => {
    const judged = advance(reading, { kind: "judged", id: 1, report, inspection: inspection() });
    expect(judged).toMatchObject({ phase: "report", hash: { kind: "unasked" } });
    const hash = { kind: "known", hex: "ab" } as const;
    expect(advance(judged, { kind: "hashed", id: 1, hash })).toMatchObject({ hash });
    expect(advance(judged, { kind: "hashed", id: 9, hash })).toBe(judged);
    expect(advance(reading, { kind: "hashed", id: 1, hash })).toBe(reading);
  });

  it("goes back to the start on a cancellation and to the failure on everything else", () => {
    expect(advance(reading, { kind: "broke", id: 1, error: inspectError("cancelled") })).toEqual(idle);
    const error = inspectError("not-a-zip");
    expect(advance(reading, { kind: "broke", id: 1, error })).toEqual({
      phase: "failed",
      id: 1,
      file,
      error,
    });
  });
});

/** An engine whose answers the test gives by hand. */
function handMade() {
  const calls: {
    options: InspectOptions;
    answer: (outcome: Outcome<Inspection>) => void;
    fail: (error: Error) => void;
  }[] = [];
  const engine: Engine = {
    inspect: (_source, options) =>
      new Promise((answer, fail) => {
        calls.push({ options, answer, fail });
      }),
    names: () => Promise.resolve({ ok: true, value: [] }),
    warm: () => undefined,
    dispose: () => undefined,
  };
  const store = createSession({
    engine: () => Promise.resolve(engine),
    judge: () => Promise.resolve({ watch: { names: [], contains: [] }, assess: () => report }),
  });
  const open = async (...names: string[]) => {
    const before = calls.length;
    store.getState().open(names.map((name) => new File(["abc"], name)));
    await vi.waitFor(() => expect(calls.length).toBe(before + 1));
    const call = calls.at(-1);
    if (call === undefined) throw new Error("the engine was not asked");
    return call;
  };
  return { store, open };
}

describe("createSession", () => {
  it("opens the first file and queues the others", async () => {
    const { store, open } = handMade();
    const call = await open("a.whl", "b.whl", "c.whl");
    expect(store.getState().queue.map((one) => one.name)).toEqual(["b.whl", "c.whl"]);
    expect(call.options.fileName).toBe("a.whl");
    call.answer({ ok: true, value: inspection() });
    await vi.waitFor(() =>
      expect(store.getState().phase).toMatchObject({
        phase: "report",
        file: { name: "a.whl", sizeBytes: 3 },
      }),
    );
  });

  it("aborts the reading that a new file replaces, and closes its late result", async () => {
    const { store, open } = handMade();
    const first = await open("a.whl");
    const second = await open("b.whl");
    expect(first.options.signal?.aborted).toBe(true);
    expect(second.options.signal?.aborted).toBe(false);
    const late = inspection();
    first.answer({ ok: true, value: late });
    await vi.waitFor(() => expect(late.closed).toBe(1));
    expect(store.getState().phase).toMatchObject({ phase: "reading", file: { name: "b.whl" } });
  });

  it("closes the inspection when its report is left", async () => {
    const { store, open } = handMade();
    const call = await open("a.whl");
    const opened = inspection();
    call.answer({ ok: true, value: opened });
    await vi.waitFor(() => expect(store.getState().phase.phase).toBe("report"));
    store.getState().leave();
    expect(opened.closed).toBe(1);
    expect(store.getState().phase).toEqual(idle);
  });

  it("turns a fault of the engine into a failure with its message", async () => {
    const { store, open } = handMade();
    (await open("a.whl")).fail(new TypeError("no such worker"));
    await vi.waitFor(() =>
      expect(store.getState().phase).toMatchObject({
        phase: "failed",
        error: { id: "engine-crashed", detail: "TypeError: no such worker" },
      }),
    );
  });

  it("computes the hash once, on request", async () => {
    const { store, open } = handMade();
    const call = await open("a.whl");
    const opened = inspection();
    const sha256 = vi.spyOn(opened, "sha256");
    call.answer({ ok: true, value: opened });
    await vi.waitFor(() => expect(store.getState().phase.phase).toBe("report"));
    store.getState().computeHash();
    store.getState().computeHash();
    await vi.waitFor(() =>
      expect(store.getState().phase).toMatchObject({ hash: { kind: "known", hex: "ab".repeat(32) } }),
    );
    store.getState().computeHash();
    expect(sha256).toHaveBeenCalledTimes(1);
  });
});
