/** What is shown: the route (kept in the address by route.ts) and the preferences of this browser (theme, single keys). */
import { create } from "zustand";
import { defaultView, parseRoute, type ReportView, type Route, type Screen } from "./route.ts";

export type Theme = "system" | "light" | "dark";

export interface View {
  readonly route: Route;
  readonly theme: Theme;
  /** WCAG 2.1.4: shortcuts of one letter can be switched off. */
  readonly singleKeys: boolean;
  readonly showRoute: (route: Route) => void;
  readonly show: (screen: Screen) => void;
  readonly changeView: (change: Partial<ReportView>) => void;
  readonly setTheme: (theme: Theme) => void;
  readonly setSingleKeys: (on: boolean) => void;
}

export const useView = create<View>()((set) => ({
  route: parseRoute(""),
  theme: readTheme(),
  singleKeys: readPreference("wheelscope.single-keys") !== "off",
  showRoute: (route) => set({ route }),
  show: (screen) => set({ route: { screen, view: defaultView } }),
  changeView: (change) => set(({ route }) => ({ route: { ...route, view: { ...route.view, ...change } } })),
  setTheme: (theme) => {
    keepPreference("wheelscope.theme", theme === "system" ? null : theme);
    applyTheme(theme);
    set({ theme });
  },
  setSingleKeys: (singleKeys) => {
    keepPreference("wheelscope.single-keys", singleKeys ? null : "off");
    set({ singleKeys });
  },
}));

/** Sets the theme on the document, and follows the switch of another tab. Call once. */
export function connectTheme(): void {
  applyTheme(useView.getState().theme);
  window.addEventListener("storage", (event) => {
    if (event.key !== "wheelscope.theme") return;
    const theme = readTheme();
    applyTheme(theme);
    useView.setState({ theme });
  });
}

function applyTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}

function readTheme(): Theme {
  const kept = readPreference("wheelscope.theme");
  return kept === "light" || kept === "dark" ? kept : "system";
}

/** Storage may be forbidden (private windows, blocked cookies); the page then works without memory. */
function readPreference(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keepPreference(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Nothing to do: the preference lasts as long as the page.
  }
}
