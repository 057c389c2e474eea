// Two builds of the reader over the same files: every answer, facts or error, must be equal.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateRawSync } from "node:zlib";
import { fileURLToPath } from "node:url";

const fixtures = fileURLToPath(new URL("../test/fixtures", import.meta.url));

/** Compares over the fixture wheels and what is left of them when bytes are cut or changed; returns how many files. */
export async function compareModules(first, second) {
  const modules = await Promise.all([first, second].map((path) => instance(path)));
  let compared = 0;
  for (const sample of samples()) {
    const [one, two] = modules.map((exports) => answer(exports, sample));
    if (one !== two) throw new Error(`the modules disagree about ${sample.name}:\n${one}\n${two}`);
    compared += 1;
  }
  if (compared === 0) throw new Error(`nothing to compare under ${fixtures}`);
  return compared;
}

async function instance(path) {
  const { instance } = await WebAssembly.instantiate(readFileSync(path), {});
  return instance.exports;
}

/** Every file below the fixtures as it is (most begin with a zip's or no magic at all), then cut and changed. */
function* samples() {
  const files = readdirSync(fixtures, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  for (const file of files) {
    const path = join(file.parentPath, file.name);
    const content = readFileSync(path);
    const start = content.indexOf("\x7fELF", 0, "latin1");
    if (start < 0) continue;
    yield { name: path, content: content.subarray(start) };
    for (const part of [3, 5, 7]) {
      yield {
        name: `${path} cut`,
        content: content.subarray(start, start + Math.floor(content.length / part)),
      };
      const changed = Buffer.from(content.subarray(start));
      for (let at = part; at < Math.min(changed.length, 4096); at += 97) changed[at] ^= part;
      yield { name: `${path} changed`, content: changed };
    }
  }
}

function answer(exports, { content }) {
  const fill = (bytes) => {
    const at = exports.input(bytes.length);
    new Uint8Array(exports.memory.buffer, at, bytes.length).set(bytes);
    return bytes.length;
  };
  const compressed = deflateRawSync(content);
  const session = exports.open(
    fill(Buffer.from("sample.so")),
    1,
    compressed.length,
    content.length,
    crc32(content),
  );
  if (session >= 0) {
    let status = exports.push(session, fill(compressed));
    while (status === 1) status = exports.push(session, fill(compressed.subarray(exports.seek_offset())));
    if (status === 0) exports.finish(session);
  }
  const text = Buffer.from(new Uint8Array(exports.memory.buffer, exports.output(), exports.output_length()));
  if (session >= 0) exports.close(session);
  return text.toString("utf8");
}
