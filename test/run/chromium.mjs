/**
 * Finds a Chromium for the end-to-end tests, or installs Debian's where that is possible (Debian or Ubuntu, as root).
 * A missing browser is an error with advice, never a skipped test.
 */
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { apt } from "./apt.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

const places = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

function runnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path of a Chromium on this machine, or null. `CHROMIUM` wins, and must then be right. */
export function findChromium() {
  const told = process.env.CHROMIUM;
  if (told) {
    if (!runnable(told)) throw new Error(`CHROMIUM is set to ${told}, which is not a program.`);
    return told;
  }
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  for (const folder of ["/usr/bin", ...folders]) {
    for (const name of names) if (runnable(join(folder, name))) return join(folder, name);
  }
  return places.find(runnable) ?? null;
}

/** As `findChromium`, installing Debian's package if need be; throws an error whose message says what to do. */
export function ensureChromium() {
  const found = findChromium();
  if (found !== null) return found;
  if (existsSync("/etc/debian_version") && process.getuid?.() === 0) {
    console.error("No Chromium here; installing Debian's package.");
    apt(["update", "-qq"]);
    apt(["install", "-y", "-qq", "--no-install-recommends", "chromium"]);
    const installed = findChromium();
    if (installed !== null) return installed;
  }
  throw new Error(
    "The page is tested in a real Chromium and none was found. Install Chromium or Chrome " +
      "(Debian, Ubuntu: apt-get install chromium; macOS: brew install --cask chromium), " +
      "or set CHROMIUM to the path of its program.",
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(ensureChromium());
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
