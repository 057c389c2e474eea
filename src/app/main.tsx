/** Starts the page: preferences, address, session, and the one React root. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { assess } from "../core/assess.ts";
import { watchListOf } from "../core/knowledge.ts";
import { knowledge } from "../data/index.ts";
import { App } from "./App.tsx";
import { pageEngine } from "./engine.ts";
import { SessionContext } from "./parts/session-context.ts";
import { connectAddress } from "./route.ts";
import { createSession } from "./session.ts";
import { connectTheme, useView } from "./view.ts";
import "./style/index.css";

connectTheme();
connectAddress(useView);

const session = createSession({
  engine: pageEngine,
  watch: watchListOf(knowledge),
  assess: (facts) => assess(facts, knowledge),
});

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <SessionContext value={session}>
      <App />
    </SessionContext>
  </StrictMode>,
);
