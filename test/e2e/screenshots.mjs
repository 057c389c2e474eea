/** Pictures of every screen, light and dark, wide and narrow, into test/screenshots (not committed). Build the page first. */
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { needsSlowReading, screens } from "./access.mjs";
import { startBrowser } from "./browser.mjs";

const folder = fileURLToPath(new URL("../screenshots/", import.meta.url));
await mkdir(folder, { recursive: true });

const browser = await startBrowser();
try {
  for (const [name, arrive] of Object.entries(screens)) {
    for (const scheme of ["light", "dark"]) {
      for (const width of [1280, 360]) {
        const page = await browser.open({
          scheme,
          width,
          height: width === 360 ? 740 : 900,
          ...needsSlowReading(name),
        });
        await arrive(page);
        await page.screenshot({ path: `${folder}${name}-${scheme}-${width}.png`, fullPage: true });
        await page.done();
      }
    }
    console.log(name);
  }
} finally {
  await browser.close();
}
