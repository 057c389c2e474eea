/**
 * THIRD-PARTY-NOTICES.txt: what is bundled in page, command line, library and reader, and the licence of each. Every build
 * compares what it has bundled with that list and fails if the list is not right; `npm run notices` writes it again.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

export const noticesFile = fileURLToPath(new URL("../../THIRD-PARTY-NOTICES.txt", import.meta.url));

/**
 * @typedef {"page" | "command line" | "library" | "reader"} Product
 * @typedef {{ name: string, license: string, text: string }} Component `text`: its licence, as its authors wrote it
 * @typedef {{ name: string, license: string, products: Product[] }} Listed
 */

const rule = "-".repeat(80);

const opening = `Third-party notices

Wheelscope is under the MIT licence (LICENSE). What follows is bundled with it, under licences of its own. The reader is
the WebAssembly module that page, command line and library have; what is listed for it are crates.
Written by \`npm run notices\`; the builds compare.

`;

/**
 * The whole file. Components that share a text share its place.
 * @param {Map<Product, Component[]>} bundled
 * @returns {string}
 */
export function formatNotices(bundled) {
  /** @type {Map<string, Component & { products: Product[] }>} */
  const byName = new Map();
  for (const [product, components] of bundled)
    for (const component of components) {
      const known = byName.get(component.name) ?? { ...component, products: [] };
      byName.set(component.name, { ...known, products: [...known.products, product] });
    }
  const components = [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const lines = components.map(
    ({ name, license, products }) => `- ${name} (${license}): ${products.join(", ")}`,
  );
  /** @type {Map<string, string[]>} */
  const byText = new Map();
  for (const { name, text } of components) byText.set(text, [...(byText.get(text) ?? []), name]);
  const texts = [...byText].map(([text, names]) => `${rule}\n${names.join(", ")}\n${rule}\n\n${text}\n`);
  return `${opening}${lines.join("\n")}\n\n${texts.join("\n")}`;
}

/**
 * @param {string} notices the file as `formatNotices` wrote it
 * @returns {Listed[]}
 */
export function readNotices(notices) {
  const [list = ""] = notices.split(rule, 1);
  return [...list.matchAll(/^- (\S+) \((.+)\): (.+)$/gm)].map(([, name, license, products]) => ({
    name,
    license,
    products: products.split(", "),
  }));
}

/**
 * @param {string} folder of an npm package or a crate
 * @param {string} name for the error
 * @param {string} license of several to choose from the first one named here is taken
 * @returns {string} the licence's text, lines without blanks at their ends
 */
export function licenseText(folder, name, license) {
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|copyright)/i.test(file));
  const wanted = /\bMIT\b/.test(license) ? /mit/i : /^licen[cs]e(\.\w+)?$/i;
  const file = files.find((each) => wanted.test(each)) ?? files[0];
  if (file === undefined) throw new Error(`${name} has no licence file in ${basename(folder)}`);
  const text = readFileSync(join(folder, file), "utf8");
  return text
    .replaceAll("\r\n", "\n")
    .replace(/[ \t\f]+$/gm, "")
    .trim();
}

/**
 * The npm package that a bundled module or asset belongs to.
 * @param {string} id a path
 * @returns {string | null} its folder; null for files of our own
 */
export function packageFolder(id) {
  const found = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/@]+)\//.exec(
    id.replaceAll("\\", "/").replace(/^\0/, ""),
  );
  return found?.[1] ?? null;
}

/**
 * @param {string} folder
 * @returns {Component}
 */
export function npmComponent(folder) {
  const { name, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return { name, license, text: licenseText(folder, name, license) };
}

/**
 * A build's plugin. `main` belongs to the build itself, `worker` to the workers of a page, which are bundled apart and
 * before it. With a folder in the variable WHEELSCOPE_BUNDLED the list of packages is written there instead of compared.
 * @param {Product} product
 */
export function notices(product) {
  /** @type {Set<string>} */
  const folders = new Set();
  /** @param {Record<string, any>} bundle */
  const take = (bundle) => {
    for (const id of Object.values(bundle).flatMap(sourcesOf)) {
      const folder = packageFolder(id);
      if (folder !== null) folders.add(folder);
    }
  };
  return {
    main: {
      name: "wheelscope-notices",
      apply: /** @type {const} */ ("build"),
      generateBundle(_, bundle) {
        take(bundle);
        const to = process.env.WHEELSCOPE_BUNDLED;
        if (to !== undefined) writeFileSync(join(to, `${product}.json`), JSON.stringify([...folders].sort()));
        else compare(product, [...folders]);
        // Whoever copies the page's folder copies the notices with it.
        if (product === "page" && to === undefined)
          this.emitFile({
            type: "asset",
            fileName: basename(noticesFile),
            source: readFileSync(noticesFile),
          });
      },
    },
    worker: { name: "wheelscope-notices-worker", generateBundle: (_, bundle) => take(bundle) },
  };
}

/** The files that an output was made of; of modules only those of which something is left. */
function sourcesOf(output) {
  if (output.type === "asset") return output.originalFileNames.map((path) => join(process.cwd(), path));
  return Object.entries(output.modules).flatMap(([id, { renderedLength }]) =>
    renderedLength > 0 ? [id] : [],
  );
}

/**
 * @param {Product} product
 * @param {string[]} folders
 */
function compare(product, folders) {
  const listed = existsSync(noticesFile) ? readNotices(readFileSync(noticesFile, "utf8")) : [];
  const wanted = listed.filter(({ products }) => products.includes(product)).map(({ name }) => name);
  const found = folders.map((folder) => npmComponent(folder).name);
  const missing = found.filter((name) => !wanted.includes(name));
  const gone = wanted.filter((name) => !found.includes(name));
  if (missing.length === 0 && gone.length === 0) return;
  throw new Error(
    `THIRD-PARTY-NOTICES.txt is not current; \`npm run notices\` writes it. Missing for the ${product}: ` +
      `${missing.join(", ") || "none"}; no longer bundled: ${gone.join(", ") || "none"}.`,
  );
}
