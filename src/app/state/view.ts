/** What is shown: the route (kept in the address by route.ts) and the preferences of this browser (theme, single keys, floor). */
import { create } from "zustand";
import {
  defaultView,
  formatRoute,
  hasView,
  parseFloorId,
  parseRoute,
  type ReportView,
  type Route,
  type Screen,
} from "../address/route.ts";

export type Theme = "system" | "light" | "dark";

export interface View {
  readonly route: Route;
  /** The last route that showed wheels: where “back to the report” leads. */
  readonly reportRoute: Route;
  readonly theme: Theme;
  /** WCAG 2.1.4: shortcuts of one letter can be switched off. */
  readonly singleKeys: boolean;
  /** The system pinned as “my floor”: holds for every file, unless the address names another. */
  readonly floor: string | null;
  /** The text on the error screen. Here and not in the address: it may hold anything. */
  readonly errorText: string;
  readonly showRoute: (route: Route) => void;
  readonly show: (screen: Screen) => void;
  /** One wheel of several, or with null all of them. */
  readonly showWheel: (key: string | null) => void;
  /** From another screen to one library of the open report, as one step. */
  readonly showLibrary: (path: string) => void;
  readonly changeView: (change: Partial<ReportView>) => void;
  readonly setTheme: (theme: Theme) => void;
  readonly setSingleKeys: (on: boolean) => void;
  /** Pins a system, in this browser and in the address; null: unpins. */
  readonly setFloor: (id: string | null) => void;
  readonly setErrorText: (text: string) => void;
}

export const useView = create<View>()((set) => ({
  route: parseRoute(""),
  reportRoute: { screen: { kind: "local" }, view: defaultView },
  theme: readTheme(),
  singleKeys: readPreference("wheelscope.single-keys") !== "off",
  floor: parseFloorId(readPreference("wheelscope.floor")),
  errorText: "",
  showRoute: (route) => set(shown(route)),
  // A pinned floor goes along to the next file; elsewhere the address has no parameters.
  show: (screen) =>
    set(({ floor }) => shown({ screen, view: hasView(screen) ? { ...defaultView, floor } : defaultView })),
  showWheel: (wheel) =>
    set(({ floor, reportRoute }) =>
      shown({ screen: reportRoute.screen, view: { ...defaultView, floor, wheel } }),
    ),
  showLibrary: (lib) =>
    set(({ floor, reportRoute: { screen, view } }) =>
      shown({ screen, view: { ...defaultView, floor, wheel: view.wheel, lib } }),
    ),
  changeView: (change) => set(({ route }) => shown({ ...route, view: { ...route.view, ...change } })),
  setTheme: (theme) => {
    keepPreference("wheelscope.theme", theme === "system" ? null : theme);
    applyTheme(theme);
    set({ theme });
  },
  setSingleKeys: (singleKeys) => {
    keepPreference("wheelscope.single-keys", singleKeys ? null : "off");
    set({ singleKeys });
  },
  setFloor: (floor) => {
    keepPreference("wheelscope.floor", floor);
    set(({ route }) => ({ floor, ...shown({ ...route, view: { ...route.view, floor } }) }));
  },
  setErrorText: (errorText) => set({ errorText }),
}));

const shown = (route: Route): Pick<View, "route"> | Pick<View, "route" | "reportRoute"> =>
  hasView(route.screen) ? { route, reportRoute: route } : { route };

/** The address of the open report as it was last seen. */
export function useReportAddress(): string {
  return useView((view) => formatRoute(view.reportRoute));
}

/** The floor that holds now: the address first (somebody's link), then what this browser remembers. */
export function useFloor(): string | null {
  return useView((view) => view.route.view.floor ?? view.floor);
}

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
