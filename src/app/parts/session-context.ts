/** Hands the session store to the components; main.tsx makes it. */
import { createContext, use } from "react";
import { useStore } from "zustand";
import type { Session, SessionStore } from "../session.ts";

export const SessionContext = createContext<SessionStore | null>(null);

export function useSession<T>(select: (session: Session) => T): T {
  const store = use(SessionContext);
  if (store === null) throw new Error("no session above this component");
  return useStore(store, select);
}
