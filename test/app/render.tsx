/**
 * Renders a part of the page in a document without a browser, with what it needs around it: a session in which a report stands, judged
 * for real from made-up facts, and the address of the landing page. For what a user sees and does; layout, focus rings, workers and the
 * network are the browsers' business (test/e2e).
 */
import { cleanup, configure, render, type RenderResult } from "@testing-library/react";
import { userEvent, type UserEvent } from "@testing-library/user-event";
import type { ReactNode } from "react";
import { onTestFinished } from "vitest";
import { SessionContext } from "../../src/app/state/session-context.ts";
import { createSession, type SessionStore } from "../../src/app/state/session.ts";
import { useView } from "../../src/app/state/view.ts";
import type { ReportedWheel } from "../../src/app/state/wheel.ts";
import { assess } from "../../src/core/assess.ts";
import type { Report } from "../../src/core/report.ts";
import { knowledge } from "../../src/data/index.ts";
import type { WheelFacts } from "../../src/facts/model.ts";

export const judge = (facts: WheelFacts): Report => assess(facts, knowledge);

/** A wheel of the session whose report stands; its file is not here. */
function reported(report: Report): ReportedWheel {
  const { fileName, sizeBytes } = report.facts;
  const file = { name: fileName, sizeBytes };
  const rest = { inspection: null, hash: { kind: "unknown" }, shared: null } as const;
  return { id: 1, key: fileName, file, phase: "report", report, ...rest };
}

const refused = () => Promise.reject(new Error("nothing is read in this test"));

export interface Rendered extends RenderResult {
  readonly session: SessionStore;
  /** Types and clicks as a user does. */
  readonly user: UserEvent;
}

// What is waited for comes at once, or a little later on a busy machine.
configure({ asyncUtilTimeout: 30_000 });

const start = useView.getState();

/**
 * Renders until the test is over; the page's state is then as it was.
 * @param report what is open; null: nothing
 */
export function renderScreen(screen: ReactNode, report: Report | null): Rendered {
  onTestFinished(() => {
    cleanup();
    useView.setState(start, true);
  });
  const session = createSession({ engine: refused, judge: refused });
  if (report !== null) session.setState({ wheels: [reported(report)] });
  const found = render(<SessionContext value={session}>{screen}</SessionContext>);
  return { ...found, session, user: userEvent.setup() };
}
