import { describe, expect, it } from "vitest";
import { inspectError } from "../../src/facts/inspect-error.ts";
import type { Inspection, Progress } from "../../src/engine/protocol.ts";
import { advance, keysOf, wheelNamed, type Wheel } from "../../src/app/state/wheel.ts";
import { facts, report } from "./fixture.ts";

const common = { id: 1, key: "a.whl", file: { name: "a.whl", sizeBytes: 3 } };
const waiting: Wheel = { phase: "waiting", ...common };
const reading = advance(waiting, { kind: "began" });

const inspection: Inspection = {
  facts,
  tables: new Map(),
  symbols: () => Promise.reject(new Error("not asked")),
  sha256: () => Promise.reject(new Error("not asked")),
  close: () => undefined,
};

const progress = (current: string | null): Progress => ({
  phase: "libraries",
  bytesDone: 1,
  bytesTotal: 3,
  librariesDone: 0,
  librariesFound: 2,
  current,
});

describe("advance", () => {
  it("lists each library begun once, in order", () => {
    const after = ["b.so", "a.so", "b.so", null]
      .map((current) => ({ kind: "progressed" as const, progress: progress(current) }))
      .reduce(advance, reading);
    expect(after).toMatchObject({ phase: "reading", begun: ["b.so", "a.so"] });
  });

  it("takes a hash only for a report", () => {
    const judged = advance(reading, { kind: "judged", report, inspection });
    expect(judged).toMatchObject({ phase: "report", hash: { kind: "unasked" }, shared: null });
    const hash = { kind: "known", hex: "ab" } as const;
    expect(advance(judged, { kind: "hashed", hash })).toMatchObject({ hash });
    expect(advance(reading, { kind: "hashed", hash })).toBe(reading);
  });

  it("knows that facts without a file have no hash to compute", () => {
    expect(advance(reading, { kind: "judged", report, inspection: null })).toMatchObject({
      hash: { kind: "unknown" },
    });
  });

  it("tells a cancellation from a failure, and reads either again", () => {
    const cancelled = advance(reading, { kind: "broke", error: inspectError("cancelled") });
    expect(cancelled).toEqual({ phase: "cancelled", ...common });
    expect(advance(waiting, { kind: "cancelled" })).toEqual(cancelled);
    const error = inspectError("not-a-zip");
    const failed = advance(reading, { kind: "broke", error });
    expect(failed).toEqual({ phase: "failed", ...common, error });
    expect(advance(failed, { kind: "cancelled" })).toBe(failed);
    expect(advance(failed, { kind: "asked-again" })).toEqual(waiting);
  });

  it("takes no result for a wheel that is not being read", () => {
    expect(advance(waiting, { kind: "judged", report, inspection })).toBe(waiting);
    const cancelled = advance(reading, { kind: "cancelled" });
    expect(advance(cancelled, { kind: "judged", report, inspection })).toBe(cancelled);
  });
});

describe("keysOf", () => {
  it("tells files of one name apart", () => {
    expect(keysOf(["a.whl", "b.whl", "a.whl", "a.whl"])).toEqual([
      "a.whl",
      "b.whl",
      "a.whl (2)",
      "a.whl (3)",
    ]);
    expect(keysOf(["a.whl"], ["a.whl"])).toEqual(["a.whl (2)"]);
  });
});

describe("wheelNamed", () => {
  const other: Wheel = { ...waiting, id: 2, key: "b.whl" };
  it("is the only wheel whatever the address says, and of several the one it names", () => {
    expect(wheelNamed([waiting], "gone.whl")).toBe(waiting);
    expect(wheelNamed([waiting, other], "b.whl")).toBe(other);
    expect(wheelNamed([waiting, other], null)).toBeNull();
    expect(wheelNamed([], "a.whl")).toBeNull();
  });
});
