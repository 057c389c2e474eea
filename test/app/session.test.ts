import { describe, expect, it, vi } from "vitest";
import { inspectError, type Outcome } from "../../src/facts/inspect-error.ts";
import type { Engine } from "../../src/engine/inspect.ts";
import type { InspectOptions, Inspection } from "../../src/engine/protocol.ts";
import { createSession } from "../../src/app/state/session.ts";
import { facts, report } from "./fixture.ts";

function inspection(): Inspection & { closed: number } {
  const self = {
    facts,
    closed: 0,
    tables: new Map(),
    symbols: () => Promise.reject(new Error("not asked")),
    sha256: () => Promise.resolve({ ok: true as const, value: "ab".repeat(32) }),
    close: () => {
      self.closed += 1;
    },
  };
  return self;
}

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
    pieces: () => Promise.resolve({ ok: true, value: [] }),
    warm: () => undefined,
    dispose: () => undefined,
  };
  const store = createSession({
    engine: () => Promise.resolve(engine),
    judge: () =>
      Promise.resolve({ watch: { names: [], contains: [] }, assess: () => Promise.resolve(report) }),
  });
  /** The call that comes after those there have been. */
  const nextCall = async (before = calls.length) => {
    await vi.waitFor(() => expect(calls.length).toBe(before + 1));
    const call = calls.at(-1);
    if (call === undefined) throw new Error("the engine was not asked");
    return call;
  };
  const files = (...names: string[]) => names.map((name) => new File(["abc"], name));
  const open = (...names: string[]) => {
    const before = calls.length;
    store.getState().open(files(...names));
    return nextCall(before);
  };
  const phases = () => store.getState().wheels.map(({ phase }) => phase);
  const id = (index: number) => store.getState().wheels[index]?.id ?? -1;
  const reaches = (...wanted: string[]) => vi.waitFor(() => expect(phases()).toEqual(wanted));
  return { store, calls, files, open, nextCall, phases, id, reaches };
}

describe("createSession", () => {
  it("reads one wheel after the other, each with the whole engine", async () => {
    const { calls, open, nextCall, reaches } = handMade();
    const first = await open("a.whl", "b.whl", "c.whl");
    await reaches("reading", "waiting", "waiting");
    expect(first.options.fileName).toBe("a.whl");
    first.answer({ ok: true, value: inspection() });
    const second = await nextCall(1);
    await reaches("report", "reading", "waiting");
    second.answer({ ok: false, error: inspectError("not-a-zip") });
    (await nextCall(2)).answer({ ok: true, value: inspection() });
    await reaches("report", "failed", "report");
    expect(calls).toHaveLength(3);
  });

  it("takes a wheel out of the queue, or ends its reading, and goes on with the next", async () => {
    const { store, open, nextCall, id, reaches } = handMade();
    const first = await open("a.whl", "b.whl", "c.whl");
    store.getState().cancel(id(1));
    await reaches("reading", "cancelled", "waiting");
    store.getState().cancel(id(0));
    expect(first.options.signal?.aborted).toBe(true);
    expect((await nextCall(1)).options.fileName).toBe("c.whl");
    await reaches("cancelled", "cancelled", "reading");
  });

  it("drops what an ended reading still says when its wheel is read again", async () => {
    const { store, open, nextCall, id, reaches } = handMade();
    const first = await open("a.whl");
    store.getState().cancel(id(0));
    store.getState().readAgain(id(0));
    const second = await nextCall(1);
    first.answer({ ok: false, error: inspectError("cancelled") });
    await Promise.resolve();
    await reaches("reading");
    second.answer({ ok: true, value: inspection() });
    await reaches("report");
  });

  it("adds wheels to those that are open", async () => {
    const { store, files, open, nextCall, reaches } = handMade();
    (await open("a.whl")).answer({ ok: true, value: inspection() });
    await reaches("report");
    store.getState().add(files("b.whl", "a.whl"));
    await nextCall(1);
    await reaches("report", "reading", "waiting");
    expect(store.getState().wheels.map(({ key }) => key)).toEqual(["a.whl", "b.whl", "a.whl (2)"]);
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
    expect(store.getState().wheels).toMatchObject([{ phase: "reading", file: { name: "b.whl" } }]);
  });

  it("closes every inspection when the session is left", async () => {
    const { store, open, nextCall, reaches } = handMade();
    const opened = [inspection(), inspection()] as const;
    (await open("a.whl", "b.whl")).answer({ ok: true, value: opened[0] });
    (await nextCall(1)).answer({ ok: true, value: opened[1] });
    await reaches("report", "report");
    store.getState().leave();
    expect(opened.map(({ closed }) => closed)).toEqual([1, 1]);
    expect(store.getState()).toMatchObject({ wheels: [], origin: { kind: "none" } });
  });

  it("turns a fault of the engine into a failure with its message", async () => {
    const { store, open, reaches } = handMade();
    (await open("a.whl")).fail(new TypeError("no such worker"));
    await reaches("failed");
    expect(store.getState().wheels).toMatchObject([
      { error: { id: "engine-crashed", detail: "TypeError: no such worker" } },
    ]);
  });

  it("computes the hash once, on request", async () => {
    const { store, open, id, reaches } = handMade();
    const opened = inspection();
    const sha256 = vi.spyOn(opened, "sha256");
    (await open("a.whl")).answer({ ok: true, value: opened });
    await reaches("report");
    const { computeHash } = store.getState();
    computeHash(id(0));
    computeHash(id(0));
    await vi.waitFor(() =>
      expect(store.getState().wheels).toMatchObject([{ hash: { kind: "known", hex: "ab".repeat(32) } }]),
    );
    computeHash(id(0));
    expect(sha256).toHaveBeenCalledTimes(1);
  });
});

describe("a shared report", () => {
  const then = { outcome: report.verdict.outcome, bestTag: report.verdict.bestTag };
  const shared = {
    title: null,
    policyDate: "2026-08-30",
    toolVersion: "0.1.0",
    dropped: [],
    wheels: [{ facts, then }],
  };

  it("is judged without the engine", async () => {
    const { store, calls, reaches } = handMade();
    store.getState().beginShared("1.d.x");
    expect(store.getState()).toMatchObject({ wheels: [], origin: { link: "1.d.x", report: null } });
    store.getState().openShared(shared, "1.d.x");
    await reaches("report");
    expect(store.getState().wheels).toMatchObject([{ inspection: null, hash: { kind: "unknown" } }]);
    expect(calls).toHaveLength(0);
  });

  it("is replaced by the file dropped to verify it, and what was shared is kept beside", async () => {
    const { store, files, nextCall, id, reaches } = handMade();
    store.getState().openShared(shared, "1.d.x");
    await reaches("report");
    const [file] = files(facts.fileName);
    if (file !== undefined) store.getState().verify(id(0), file);
    (await nextCall(0)).answer({ ok: true, value: inspection() });
    await reaches("report");
    expect(store.getState()).toMatchObject({
      origin: { kind: "shared", link: "1.d.x" },
      wheels: [{ inspection: { facts }, shared: { report } }],
    });
  });

  it("stays where the file that was to verify it cannot be read, or is no longer wanted", async () => {
    const { store, calls, files, nextCall, id, reaches } = handMade();
    store.getState().openShared(shared, "1.d.x");
    await reaches("report");
    const [file] = files("renamed.whl");
    if (file === undefined) throw new Error("no file");
    store.getState().verify(id(0), file);
    const first = await nextCall(0);
    // Read under the name that was shared: the claim is in the name.
    expect(first.options.fileName).toBe(facts.fileName);
    first.answer({ ok: false, error: inspectError("not-a-zip") });
    await reaches("report");
    expect(store.getState()).toMatchObject({
      notice: `${facts.fileName} could not be read: Not a wheel.`,
      wheels: [{ inspection: null, shared: null }],
    });

    store.getState().verify(id(0), file);
    expect(store.getState().notice).toBeNull();
    const second = await nextCall(1);
    store.getState().cancel(id(0));
    expect(second.options.signal?.aborted).toBe(true);
    await reaches("report");
    expect(store.getState()).toMatchObject({ notice: null, wheels: [{ inspection: null, shared: null }] });
    expect(calls).toHaveLength(2);
  });

  it("has the hash of the file computed where it was shared with one", async () => {
    const { store, files, nextCall, id, reaches } = handMade();
    const sha256 = "cd".repeat(32);
    const known = { ...report, facts: { ...facts, sha256 } };
    store.getState().openShared({ ...shared, wheels: [{ facts: known.facts, then }] }, "1.d.x");
    await reaches("report");
    store.setState(({ wheels }) => ({
      wheels: wheels.map((wheel) => (wheel.phase === "report" ? { ...wheel, report: known } : wheel)),
    }));
    const [file] = files(facts.fileName);
    if (file !== undefined) store.getState().verify(id(0), file);
    (await nextCall(0)).answer({ ok: true, value: inspection() });
    await vi.waitFor(() =>
      expect(store.getState().wheels).toMatchObject([{ hash: { kind: "known", hex: "ab".repeat(32) } }]),
    );
  });
});
