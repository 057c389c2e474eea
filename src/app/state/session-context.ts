/** Hands the session store to the components; main.tsx makes it. */
import { createContext, use } from "react";
import { useStore } from "zustand";
import type { Session, SessionStore } from "./session.ts";
import { useView } from "./view.ts";
import { wheelNamed, type ReportedWheel, type Wheel } from "./wheel.ts";

export const SessionContext = createContext<SessionStore | null>(null);

export function useSession<T>(select: (session: Session) => T): T {
  const store = use(SessionContext);
  if (store === null) throw new Error("no session above this component");
  return useStore(store, select);
}

/** The wheel that is looked at, or was before the visitor went to an explanation; null: none, or all of several. */
export function useShownWheel(): Wheel | null {
  const key = useView((view) => view.reportRoute.view.wheel);
  return useSession(({ wheels }) => wheelNamed(wheels, key));
}

/** The same where its report stands. */
export function useShownReport(): ReportedWheel | null {
  const wheel = useShownWheel();
  return wheel?.phase === "report" ? wheel : null;
}

/** Whether the file of the report that is looked at is here. Of a shared report it is not: there are no lists of symbols then, and some names were left out. */
export function useFileIsHere(): boolean {
  return useShownReport()?.inspection !== null;
}
