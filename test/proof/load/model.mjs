/** The model's answers for files that lie unpacked in a folder, on this machine or on a system of the table. */
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";

const root = join(import.meta.dirname, "../../..");

/** Reads libraries with their link tables, on this thread. */
export async function createReading({
  createEngine,
  workerHere,
  openPath,
  watchListOf,
  knowledge,
  commonNames,
}) {
  const module = await WebAssembly.compile(readFileSync(join(root, "wasm/dist/reader.wasm")));
  const open = (source) => openPath(source.path);
  const engine = createEngine({ module, workers: 1, open, spawn: () => workerHere(open) });
  const watch = watchListOf(knowledge);
  return {
    async read(path) {
      const options = { fileName: basename(path), watch, evidenceLimit: 1, keepLinks: true };
      const outcome = await engine.inspect(
        { kind: "path", path },
        { ...options, commonNames: () => Promise.resolve(commonNames) },
      );
      if (!outcome.ok) return outcome;
      const { facts, tables } = outcome.value;
      outcome.value.close();
      return { ok: true, value: { facts, tables } };
    },
    end: () => engine.dispose(),
  };
}

/** What an unpacked folder, as a site-packages, is to the model. `system`: an id of the table; null: this machine. */
export async function settingOf(folder, product, reading, { system = null, first = [] } = {}) {
  const { emptySet, addEnvironment, readSystem, systemFiles, joinMembers, hostOfMachine, pageSize } = product;
  const set = emptySet();
  await addEnvironment(set, { folder, sitePackages: [folder], python: null }, reading);
  const machine = system === null ? await readSystem(set.files, await systemFiles(), reading) : null;
  const members = await joinMembers([...set.files, ...(machine?.files ?? [])]);
  const host =
    machine === null
      ? product.tableHost(system, members, product.knowledge)
      : await hostOfMachine(machine, members.slice(set.files.length), await pageSize(), new Map());
  return { members, packages: set.packages, host, python: null, first };
}

/** Names that the interpreter brings: wheels for another Python than this machine's ask for some that it has not. */
export const isOfPython = (name) => /^_?_?Py/.test(name);

/**
 * How an answer and the loader's words go together: null, or what differs. `bound`: all names that the model finds unbound.
 * @param {string} message empty: it loaded
 */
export function difference(answer, message, unbound) {
  const { cause, wants } = answer;
  const [, library] = /^(.*?): cannot open shared object file/.exec(message) ?? [];
  const [, name] = /undefined symbol: ([^,\s]+)/.exec(message) ?? [];
  const [, version] = /version `(.*?)' not found/.exec(message) ?? [];
  const says = cause === null ? `${answer.outcome} ${wants.join(" ")}` : JSON.stringify(said(cause));
  if (message === "") return answer.outcome === "fails" ? `it loads, the model says ${says}` : null;
  if (library !== undefined) {
    const agrees = (cause?.kind === "library" && cause.unfound.needed === library) || wants.includes(library);
    return agrees ? null : `${library} is not found, the model says ${says}`;
  }
  if (version !== undefined)
    return cause?.kind === "version" && cause.version === version
      ? null
      : `${version} is not there, the model says ${says}`;
  if (name !== undefined) {
    if (cause?.kind === "name" && isAmong(name, cause, unbound)) return null;
    return `${name} is not there, the model says ${says}`;
  }
  // Debug information by itself, which a look at its name does not tell.
  if (message.includes("object file has no dynamic section")) return null;
  return answer.outcome === "loads" ? `${message}, the model says ${says}` : null;
}

function said(cause) {
  switch (cause.kind) {
    case "library":
      return { library: cause.unfound.needed };
    case "version":
      return { version: cause.version };
    case "name":
      return { name: cause.unbound.name };
    default:
      return cause;
  }
}

/** Of names that one file has, only the first is listed; and of names that nobody has, only some. */
const isAmong = (name, cause, unbound) =>
  cause.count > unbound.length || unbound.some((each) => each.name === name || each.ownedBy !== null);
