/**
 * Keeps every file of the page, so that it opens and reads wheels without a network. Files of one build are kept together:
 * each is fetched with the hash that the build wrote down (src/build/offline.ts), and a version is let in only when all are here.
 * It answers for the page's own files and for nothing else, and never sees what a visitor opens.
 */
import { cacheName, fileFor, keyOf, ownCaches, pathIn, type Build, type PageFile } from "./files.ts";

declare const self: ServiceWorkerGlobalScope;
/** Put in by the build. */
declare const __WHEELSCOPE_BUILD__: Build;

const build = __WHEELSCOPE_BUILD__;
const { scope } = self.registration;
const name = cacheName(scope, build.version);

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) =>
  // Claims the page that has just installed it: what it still fetches (a sample, a worker) is answered from here on.
  event.waitUntil(self.clients.claim().then(tidy)),
);
self.addEventListener("message", (event) => {
  if (event.data === "activate") event.waitUntil(self.skipWaiting());
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const file = fileFor(build, scope, request.url);
  // An older page in another tab may ask for a part of its own version.
  const isOldPart = file === null && pathIn(scope, request.url)?.startsWith("assets/") === true;
  if (file === null && !isOldPart) return;
  event.respondWith(answer(request, file));
  if (request.mode === "navigate") event.waitUntil(tidy());
});

/** One file after the other: a visitor's own reading, or a slow line, comes first. */
async function install(): Promise<void> {
  const cache = await caches.open(name);
  for (const file of build.files) {
    const key = keyOf(scope, file);
    if ((await cache.match(key)) !== undefined) continue;
    await cache.put(key, (await keptBefore(key)) ?? (await download(file)));
  }
}

/** The same file in the version before, which then need not be fetched. */
async function keptBefore(key: string): Promise<Response | null> {
  for (const other of ownCaches(scope, await caches.keys(), name)) {
    const kept = await (await caches.open(other)).match(key);
    if (kept !== undefined) return kept;
  }
  return null;
}

async function download(file: PageFile): Promise<Response> {
  try {
    return await fetchWhole(file.path, file);
  } catch (error) {
    // Some hosts have the page at the folder's address only.
    if (file.path !== "index.html") throw error;
    return await fetchWhole("", file);
  }
}

/** Fails where the bytes are not those of this build: in the middle of a publication, or changed on their way. */
async function fetchWhole(path: string, { sha256 }: PageFile): Promise<Response> {
  const response = await fetch(new URL(path, scope), {
    integrity: `sha256-${sha256}`,
    // A name in assets/ has a hash in it; the others are asked for again.
    cache: path.startsWith("assets/") ? "default" : "no-cache",
  });
  if (!response.ok) throw new Error(`${path}: status ${response.status}`);
  // A copy: a browser refuses to show a page whose answer was redirected.
  return new Response(response.body, { headers: response.headers });
}

async function answer(request: Request, file: PageFile | null): Promise<Response> {
  const kept =
    file === null
      ? await anyKept(request.url)
      : await (await caches.open(name)).match(keyOf(scope, file), { ignoreVary: true });
  // The browser may have thrown the copy away.
  return kept ?? fetch(request);
}

async function anyKept(address: string): Promise<Response | undefined> {
  for (const other of ownCaches(scope, await caches.keys())) {
    const kept = await (await caches.open(other)).match(address, { ignoreSearch: true, ignoreVary: true });
    if (kept !== undefined) return kept;
  }
  return undefined;
}

/** Removes older versions, unless a tab besides the asking one may still run one. */
async function tidy(): Promise<void> {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (pages.filter((page) => pathIn(scope, page.url) !== null).length > 1) return;
  const old = ownCaches(scope, await caches.keys(), name);
  await Promise.all(old.map((cache) => caches.delete(cache)));
}
