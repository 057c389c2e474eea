/**
 * Finds a Chromium and a Firefox for the end-to-end tests, or installs Debian's where that is possible (Debian or Ubuntu, as root).
 * `node test/run/browsers.mjs chromium` prints the one it finds.
 */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const browsers = {
  chromium: {
    name: "Chromium",
    variable: "CHROMIUM",
    package: "chromium",
    programs: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"],
    places: [
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
      "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
      "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
    ],
    install: "Debian, Ubuntu: apt-get install chromium; macOS: brew install --cask chromium",
  },
  firefox: {
    name: "Firefox",
    variable: "FIREFOX",
    package: "firefox-esr",
    // Debian's own name first: /usr/bin/firefox may be a wrapper around it.
    programs: ["firefox-esr", "firefox"],
    places: [
      "/Applications/Firefox.app/Contents/MacOS/firefox",
      "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
    ],
    install: "Debian: apt-get install firefox-esr; macOS: brew install --cask firefox",
  },
};

function runnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installed({ name, variable, programs, places }) {
  const given = process.env[variable];
  if (given) {
    if (!runnable(given))
      throw new Error(`${variable} is set to ${given}, which is not a program (${name}).`);
    return given;
  }
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  for (const folder of ["/usr/bin", ...folders]) {
    for (const program of programs) if (runnable(join(folder, program))) return join(folder, program);
  }
  return places.find(runnable) ?? null;
}

/** Debian's package manager, without questions. */
function apt(...args) {
  spawnSync("apt-get", args, {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
}

/**
 * The path of the browser, Debian's package installed if need be, or null. The variable `CHROMIUM` or `FIREFOX` wins, and must then be
 * right.
 * @param {"chromium" | "firefox"} id
 */
export function findBrowser(id) {
  const browser = browsers[id];
  const found = installed(browser);
  if (found !== null) return found;
  if (!existsSync("/etc/debian_version") || process.getuid?.() !== 0) return null;
  console.error(`No ${browser.name} here; installing Debian's package.`);
  apt("update", "-qq");
  apt("install", "-y", "-qq", "--no-install-recommends", browser.package);
  return installed(browser);
}

/** As `findBrowser`; if there is none, an error that says what to do. */
export function ensureBrowser(id) {
  const found = findBrowser(id);
  if (found === null) throw new Error(advice(id));
  return found;
}

/** What to do if there is none. */
export function advice(id) {
  const { name, variable, install } = browsers[id];
  return (
    `The page is tested in a real ${name} and none was found. Install it (${install}), or set ${variable} to the path of ` +
    "its program."
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const id = process.argv[2] ?? "chromium";
  if (!(id in browsers)) throw new Error(`Chromium and Firefox are known, ${id} is not.`);
  const found = findBrowser(id);
  console.log(found ?? advice(id));
  process.exitCode = found === null ? 1 : 0;
}
