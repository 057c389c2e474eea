/**
 * Finds a Firefox for the end-to-end tests, or installs Debian's firefox-esr where that is possible (Debian, as root).
 * Where there is none: an error with advice in CI (`CI=true`), a skip that says why on somebody's own machine.
 */
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { apt } from "./apt.mjs";

// Debian's own name first: /usr/bin/firefox may be a wrapper around it.
const names = ["firefox-esr", "firefox"];

const places = [
  "/Applications/Firefox.app/Contents/MacOS/firefox",
  "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
];

function runnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path of a Firefox on this machine, or null. `FIREFOX` wins, and must then be right. */
export function findFirefox() {
  const told = process.env.FIREFOX;
  if (told) {
    if (!runnable(told)) throw new Error(`FIREFOX is set to ${told}, which is not a program.`);
    return told;
  }
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  for (const folder of ["/usr/bin", ...folders]) {
    for (const name of names) if (runnable(join(folder, name))) return join(folder, name);
  }
  return places.find(runnable) ?? null;
}

export const advice =
  "The page is tested in a real Firefox too and none was found. Install it (Debian: apt-get install firefox-esr; " +
  "macOS: brew install --cask firefox), or set FIREFOX to the path of its program.";

/** As `findFirefox`, installing Debian's package if need be. */
export function ensureFirefox() {
  const found = findFirefox();
  if (found !== null) return found;
  if (existsSync("/etc/debian_version") && process.getuid?.() === 0) {
    console.error("No Firefox here; installing Debian's package.");
    apt(["update", "-qq"]);
    apt(["install", "-y", "-qq", "--no-install-recommends", "firefox-esr"]);
  }
  return findFirefox();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = ensureFirefox();
  console.log(found ?? advice);
  process.exitCode = found === null ? 1 : 0;
}
