/** Cases of a browser: counted, and tried once more where they fail. */
import { expect, it, vi } from "vitest";
import { runCases } from "../e2e/lanes.mjs";

it("tries a failed case once more, and says so", async () => {
  const said = [];
  const log = vi.spyOn(console, "log").mockImplementation((text) => void said.push(text));
  const error = vi.spyOn(console, "error").mockImplementation((text) => void said.push(text));
  let tries = 0;
  const cases = {
    good: () => Promise.resolve(),
    unsteady: () => (tries++ === 0 ? Promise.reject(new Error("the first time")) : Promise.resolve()),
    bad: () => Promise.reject(new Error("always")),
  };
  try {
    expect(await runCases(cases, { attempt: (test) => test() })).toEqual({ passed: 2, failed: 1 });
  } finally {
    log.mockRestore();
    error.mockRestore();
  }
  const text = said.join("\n");
  expect(text).toContain("the first time");
  expect(text).toMatch(/✓ unsteady .*at the second try/);
  expect(text).toMatch(/✗ bad, twice/);
  expect(tries).toBe(2);
});
