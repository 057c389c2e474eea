/**
 * Draws public/icons/*.png from public/icons/icon.svg, in Chromium: `node src/build/icons.mjs`. The drawings are committed; run it
 * when the mark changes.
 *
 * `maskable` has its ground out to the edges, as systems cut it to their own shape; the mark stays within the inner 80 %.
 */
import { readFile, writeFile } from "node:fs/promises";
import { chromium } from "playwright-core";
import { ensureBrowser } from "../../test/run/browsers.mjs";

const folder = new URL("../../public/icons/", import.meta.url);
const rounded = await readFile(new URL("icon.svg", folder), "utf8");
const square = rounded.replace(' rx="7"', "");
if (square === rounded) throw new Error("icon.svg: no rounded ground");

const drawings = [
  ["icon-192.png", rounded, 192],
  ["icon-512.png", rounded, 512],
  ["icon-maskable-192.png", square, 192],
  ["icon-maskable-512.png", square, 512],
  ["apple-touch-icon.png", square, 180],
];

const browser = await chromium.launch({ executablePath: ensureBrowser("chromium"), args: ["--no-sandbox"] });
try {
  for (const [name, drawing, size] of drawings) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${drawing}`);
    await writeFile(new URL(name, folder), await page.screenshot({ omitBackground: true }));
    await page.close();
  }
} finally {
  await browser.close();
}
