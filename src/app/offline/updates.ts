/**
 * The page's side of the service worker (src/offline): registers it, and knows when a newer version of Wheelscope waits.
 * Without a service worker (no secure context, a private window) all of this does nothing and says nothing.
 */
import { create } from "zustand";

/**
 * - `none`: this is the newest version known
 * - `waiting`: a newer one is here, complete, and waits to be let in
 * - `replaced`: another tab has let it in already; this tab still runs the old one
 */
export type Update = "none" | "waiting" | "replaced";

export const useUpdate = create<{ readonly update: Update }>()(() => ({ update: "none" }));

/** Beside index.html, so that its scope is the folder which the page is served from. */
const script = "service-worker.js";

/** A tab that stays open for days asks again when it is looked at, at most this often. */
const askAgainMs = 3_600_000;

/** In case the new version is let in and nobody says so. */
const longestWaitMs = 4_000;

let registered: Promise<ServiceWorkerRegistration | null> | null = null;

/** Installs the service worker, once. Call when the page has nothing better to do: this fetches every file of the page. */
export function installOffline(): Promise<ServiceWorkerRegistration | null> {
  registered ??= register().catch(() => null);
  return registered;
}

/**
 * Asks the server now whether there is a newer version: for a link that this version is too old for.
 * True: one is here and the page offers to reload. False: there is none, or it cannot be had.
 */
export async function askForUpdate(): Promise<boolean> {
  try {
    const registration = await installOffline();
    if (registration === null) return false;
    await registration.update();
    if (registration.installing !== null) await settled(registration.installing);
    return useUpdate.getState().update !== "none";
  } catch {
    return false;
  }
}

/** Lets the waiting version in and loads the page again. What is open and not in the address has to be opened again. */
export async function loadUpdate(): Promise<void> {
  const waiting = (await registered)?.waiting;
  if (waiting) {
    const done = new Promise((resolve) => {
      container()?.addEventListener("controllerchange", resolve, { once: true });
      setTimeout(resolve, longestWaitMs);
    });
    waiting.postMessage("activate");
    await done;
  }
  location.reload();
}

/** Undefined in an insecure context, whatever the types say. */
function container(): ServiceWorkerContainer | undefined {
  return "serviceWorker" in navigator ? navigator.serviceWorker : undefined;
}

async function register(): Promise<ServiceWorkerRegistration | null> {
  const workers = container();
  // The development server has no list of files.
  if (workers === undefined || !import.meta.env.PROD) return null;
  // The first one to arrive takes over a page that came from the network: nothing has been replaced then.
  let wasControlled = workers.controller !== null;
  workers.addEventListener("controllerchange", () => {
    if (wasControlled) useUpdate.setState({ update: "replaced" });
    wasControlled = true;
  });
  const registration = await workers.register(new URL(script, document.baseURI));
  const watch = (): void => {
    if (registration.installing !== null) void settled(registration.installing).then(look);
  };
  const look = (): void => {
    if (registration.waiting !== null && workers.controller !== null)
      useUpdate.setState({ update: "waiting" });
  };
  registration.addEventListener("updatefound", watch);
  watch();
  look();
  askWhenLookedAt(registration);
  return registration;
}

/** Resolves when the worker has got through its installation, well or not. */
function settled(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (worker.state !== "installing") resolve();
    };
    worker.addEventListener("statechange", look);
    look();
  });
}

function askWhenLookedAt(registration: ServiceWorkerRegistration): void {
  let asked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - asked < askAgainMs) return;
    asked = Date.now();
    registration.update().catch(() => undefined);
  });
}
