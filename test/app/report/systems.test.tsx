import { screen } from "@testing-library/react";
import { expect, it, onTestFinished, vi } from "vitest";
import { Systems } from "../../../src/app/report/systems/Systems.tsx";
import { extension, wheel } from "../../core/builders.ts";
import { judge, renderScreen } from "../render.tsx";

const report = judge(
  wheel({ libraries: [extension("pkg/_x.so", { needs: { "libc.so.6": ["GLIBC_2.17 clock_gettime"] } })] }),
);

/** Renders as if it were that day. */
function renderOn(day: string): void {
  vi.useFakeTimers({ now: new Date(day), toFake: ["Date"] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  renderScreen(<Systems report={report} />, report);
}

it("says that what is known is old, once it is", () => {
  renderOn("2028-01-01");
  expect(screen.getByText(/of these systems is more than a year old \(the oldest of/)).toBeTruthy();
});

it("says of each system of when it is known, and nothing of age before a year", () => {
  renderOn("2026-12-01");
  expect(screen.queryByText(/more than a year old/)).toBeNull();
  expect(screen.getByText(/As of 20\d\d-\d\d-\d\d\./)).toBeTruthy();
});
