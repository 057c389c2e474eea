/** Starts the page: preferences, address, session, and the one React root. */
import { StrictMode } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { loadAll } from "./state/load.ts";
import { loadEngine, loadJudge } from "./state/load-parts.ts";
import { SessionContext } from "./state/session-context.ts";
import { connectAddress } from "./address/route.ts";
import { createSession } from "./state/session.ts";
import { connectTheme, useView } from "./state/view.ts";
import "./style/index.css";

connectTheme();
connectAddress(useView);

const session = createSession({ engine: loadEngine, judge: loadJudge });

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
// At once, in the place of the same page as markup (src/build/landing.ts), so that nothing is dead that looks alive.
flushSync(() =>
  createRoot(root).render(
    <StrictMode>
      <SessionContext value={session}>
        <App />
      </SessionContext>
    </StrictMode>,
  ),
);
root.inert = false;

// After the first paint: the parts compete with nothing then.
requestAnimationFrame(() => setTimeout(loadAll));
