/**
 * What must hold before a tag becomes a release, for `release.yml`: the tag is the version, CHANGELOG.md has a dated
 * part for it, and package.json names the repository that releases, without which npm refuses the provenance. Prints
 * every fault and fails, or writes the release's notes, which are that part of CHANGELOG.md, to the file it is given.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The part of a changelog (Keep a Changelog) about one version, without its heading.
 * @param {string} changelog
 * @param {string} version
 * @returns {{ date: string, notes: string } | null} null if there is no part with a date for it
 */
export function changesOf(changelog, version) {
  const parts = changelog.split(/^## /m).slice(1);
  for (const part of parts) {
    const [heading, ...lines] = part.split("\n");
    const dated = /^\[(.+)\] - (\d{4}-\d{2}-\d{2})$/.exec(heading.trim());
    if (dated?.[1] === version) return { date: dated[2], notes: lines.join("\n").trim() };
  }
  return null;
}

/**
 * @param {{ tag: string, repository: string, publishes: boolean, about: { version: string, repository: { url: string } },
 *   changelog: string }} release
 * @returns {string[]} what is wrong, as sentences
 */
export function faultsOf({ tag, repository, publishes, about, changelog }) {
  const faults = [];
  if (tag !== `v${about.version}`) faults.push(`The tag is ${tag} and package.json says ${about.version}.`);
  const changes = changesOf(changelog, about.version);
  if (changes === null) faults.push(`CHANGELOG.md has no dated part for ${about.version}.`);
  else if (changes.notes === "") faults.push(`CHANGELOG.md says nothing of ${about.version}.`);
  const home = `git+https://github.com/${repository}.git`;
  if (publishes && about.repository.url !== home)
    faults.push(`package.json names ${about.repository.url} as the repository; npm wants ${home}.`);
  return faults;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = resolve(import.meta.dirname, "..");
  const about = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const changelog = readFileSync(join(root, "CHANGELOG.md"), "utf8");
  const { TAG: tag = "", REPOSITORY: repository = "", PUBLISH_TO_NPM } = process.env;
  const faults = faultsOf({ tag, repository, publishes: PUBLISH_TO_NPM === "yes", about, changelog });
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exit(1);
  const [out] = process.argv.slice(2);
  if (out !== undefined) writeFileSync(out, `${changesOf(changelog, about.version).notes}\n`);
}
