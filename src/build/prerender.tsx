/** The landing page as markup, so that it can be painted before the page's script is here. Rendered once, by the build. */
import { renderToString } from "react-dom/server";
import { Header } from "../app/ui/Header.tsx";
import { SessionContext } from "../app/state/session-context.ts";
import { Landing } from "../app/input/Landing.tsx";
import { createSession } from "../app/state/session.ts";

/** What App.tsx shows first, without what is seen only later (dialogs, the overlay of a drag). */
export function landing(): string {
  const never = (): Promise<never> => Promise.reject(new Error("nothing is read while building"));
  const nothing = (): void => undefined;
  return renderToString(
    <SessionContext value={createSession({ engine: never, judge: never })}>
      <Header onFiles={nothing} onShowKeys={nothing} />
      <Landing onFiles={nothing} message={null} />
    </SessionContext>,
  );
}
