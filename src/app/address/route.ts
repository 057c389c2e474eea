/**
 * Address ↔ view. The only file that touches `location` and `history`.
 *
 * Hash addresses, so that any static host works and no server learns what is being inspected:
 *
 *     #/                                         landing
 *     #/local?lib=numpy.libs/libgfortran.so.5    the file opened from this device, one library of it
 *     #/local?q=blas&show=problems&sort=-glibc&against=manylinux_2_17_x86_64&finding=library-missing
 *     #/local?floor=ubuntu-22.04                 a system to measure the file against
 *     #/local?wheel=numpy-2.4.6-….whl            one wheel of several; without it, all of them
 *     #/r/1.d.eJxT….0f3a9c11                     a report that somebody shares (core/link); takes the same parameters
 *     #/error                                    what a pasted error message means; the message itself is never in the address
 *     #/learn, #/learn/symbol-version-too-new    explanations
 *
 * Parameters at their default are left out; one that cannot be read falls back alone.
 */
import type { Sort } from "../../present/sort.ts";

/** What of the report is shown. All of it is in the address. */
export interface ReportView {
  /** Key of one wheel of several (`Wheel.key`). */
  readonly wheel: string | null;
  /** Path of the library opened beside the table. */
  readonly lib: string | null;
  /** Id of the finding opened last. */
  readonly finding: string | null;
  /** Text in the table's filter box. */
  readonly q: string;
  readonly onlyProblems: boolean;
  readonly sort: Sort;
  /** Full tag of the policy whose blockers are shown. */
  readonly against: string | null;
  /** Id of the system that the visitor measures the file against (`SystemRow.id`). */
  readonly floor: string | null;
}

export type Screen =
  | { readonly kind: "landing" }
  | { readonly kind: "local" }
  /** `link`: what stands after `#/r/`. */
  | { readonly kind: "shared"; readonly link: string }
  | { readonly kind: "learn"; readonly id: string | null }
  | { readonly kind: "error" }
  | { readonly kind: "unknown"; readonly address: string };

export interface Route {
  readonly screen: Screen;
  readonly view: ReportView;
}

/** Worst findings first. */
export const defaultSort: Sort = { column: "findings", descending: true };

export const defaultView: ReportView = {
  wheel: null,
  lib: null,
  finding: null,
  q: "",
  onlyProblems: false,
  sort: defaultSort,
  against: null,
  floor: null,
};

/** Longest text taken from an address; longer is somebody's joke. */
const longestText = 1024;

/** Longest shared link looked at; the longest ever made has 32,000 characters. */
const longestLink = 64 * 1024;

export function parseRoute(hash: string): Route {
  const address = hash.replace(/^#/, "");
  const mark = address.indexOf("?");
  const path = mark < 0 ? address : address.slice(0, mark);
  const parameters = new URLSearchParams(mark < 0 ? "" : address.slice(mark + 1));
  const screen = parseScreen(path);
  return { screen, view: hasView(screen) ? parseView(parameters) : defaultView };
}

/** Screens that show wheels: how one looks at them is in the address. */
export function hasView(screen: Screen): boolean {
  return screen.kind === "local" || screen.kind === "shared";
}

function parseScreen(path: string): Screen {
  if (path === "" || path === "/") return { kind: "landing" };
  if (path === "/local") return { kind: "local" };
  if (path === "/error" || path === "/error/") return { kind: "error" };
  if (path === "/learn" || path === "/learn/") return { kind: "learn", id: null };
  if (path.startsWith("/r/") && path.length <= longestLink) return { kind: "shared", link: path.slice(3) };
  const learn = /^\/learn\/([a-z0-9-]{1,64})$/.exec(path);
  if (learn?.[1] !== undefined) return { kind: "learn", id: learn[1] };
  return { kind: "unknown", address: path.slice(0, longestText) };
}

function parseView(parameters: URLSearchParams): ReportView {
  const text = (name: string): string | null => {
    const value = parameters.get(name);
    return value === null || value === "" || value.length > longestText ? null : value;
  };
  const sort = /^(-?)([a-z]{1,32})$/.exec(text("sort") ?? "");
  return {
    wheel: text("wheel"),
    lib: text("lib"),
    finding: text("finding"),
    q: text("q") ?? "",
    onlyProblems: text("show") === "problems",
    sort: sort?.[2] === undefined ? defaultSort : { column: sort[2], descending: sort[1] === "-" },
    against: text("against"),
    floor: parseFloorId(text("floor")),
  };
}

/** Ids of systems are kebab-case with dots: `ubuntu-22.04`. */
export function parseFloorId(text: string | null): string | null {
  return text !== null && /^[a-z0-9][a-z0-9.-]{0,63}$/.test(text) ? text : null;
}

export function formatRoute(route: Route): string {
  switch (route.screen.kind) {
    case "landing":
      return "#/";
    case "learn":
      return route.screen.id === null ? "#/learn" : `#/learn/${route.screen.id}`;
    case "error":
      return "#/error";
    case "unknown":
      return `#${route.screen.address}`;
    case "local":
      return `#/local${formatView(route.view)}`;
    case "shared":
      return `#/r/${route.screen.link}${formatView(route.view)}`;
  }
}

function formatView(view: ReportView): string {
  const parts: string[] = [];
  const add = (name: string, value: string): void => {
    // Slashes and colons are kept readable; they are legal in a fragment.
    parts.push(`${name}=${encodeURIComponent(value).replaceAll("%2F", "/").replaceAll("%3A", ":")}`);
  };
  if (view.wheel !== null) add("wheel", view.wheel);
  if (view.lib !== null) add("lib", view.lib);
  if (view.finding !== null) add("finding", view.finding);
  if (view.q !== "") add("q", view.q);
  if (view.onlyProblems) add("show", "problems");
  if (view.sort.column !== defaultSort.column || view.sort.descending !== defaultSort.descending) {
    add("sort", `${view.sort.descending ? "-" : ""}${view.sort.column}`);
  }
  if (view.against !== null) add("against", view.against);
  if (view.floor !== null) add("floor", view.floor);
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}

/** A change of screen, wheel, library or finding is a step that Back undoes; filter, sort and policy only rewrite the address. */
export function isStep(from: Route, to: Route): boolean {
  return (
    from.screen.kind !== to.screen.kind ||
    (from.screen.kind === "learn" && to.screen.kind === "learn" && from.screen.id !== to.screen.id) ||
    (from.screen.kind === "shared" && to.screen.kind === "shared" && from.screen.link !== to.screen.link) ||
    from.view.wheel !== to.view.wheel ||
    from.view.lib !== to.view.lib ||
    (from.view.finding !== to.view.finding && to.view.finding !== null)
  );
}

/** The view store as this file needs it. */
interface RouteStore {
  getState(): { readonly route: Route; readonly showRoute: (route: Route) => void };
  subscribe(listener: (state: { readonly route: Route }) => void): () => void;
}

/** Browsers limit how often the address may be rewritten (Safari: 100 times in 30 s); typing in the filter waits this long. */
const rewriteDelayMs = 300;

/** Keeps the address bar and the view in step, both ways. Call once. */
export function connectAddress(store: RouteStore): void {
  let shown = parseRoute(location.hash);
  let timer: ReturnType<typeof setTimeout> | undefined;
  store.getState().showRoute(shown);
  const rewrite = (): void => {
    clearTimeout(timer);
    timer = undefined;
    history.replaceState(history.state, "", formatRoute(shown));
  };
  store.subscribe(({ route }) => {
    if (route === shown) return;
    const step = isStep(shown, route);
    if (step && timer !== undefined) rewrite();
    shown = route;
    if (step) history.pushState({ fileName: openFileName() }, "", formatRoute(route));
    else {
      clearTimeout(timer);
      timer = setTimeout(rewrite, rewriteDelayMs);
    }
  });
  window.addEventListener("popstate", () => {
    clearTimeout(timer);
    timer = undefined;
    shown = parseRoute(location.hash);
    store.getState().showRoute(shown);
  });
}

/** Remembers with this history entry which file was open, for the message after a reload. */
export function rememberFileName(name: string): void {
  history.replaceState({ fileName: name }, "", location.href);
}

/** The file this history entry was about; kept by the browser over a reload. */
export function openFileName(): string | null {
  const state: unknown = history.state;
  if (typeof state !== "object" || state === null || !("fileName" in state)) return null;
  return typeof state.fileName === "string" ? state.fileName : null;
}
