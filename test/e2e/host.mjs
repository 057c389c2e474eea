/**
 * A static host as there are many: one folder under some path, with or without compression and media types. It can be given
 * another folder (a new version is published) and taken off the net.
 */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

/** What no browser does without. */
const needed = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

/**
 * @param {string} folder the built page
 * @param {{ path?: string, gzip?: boolean }} options `path`: where the folder is, beginning and ending in a slash
 */
export async function startHost(folder, { path = "/", gzip = false } = {}) {
  let published = folder;
  const asked = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://host");
    asked.push(pathname);
    const name = normalize(decodeURIComponent(pathname.slice(path.length))) || "index.html";
    try {
      if (!pathname.startsWith(path) || name.startsWith("..")) throw new Error("elsewhere");
      const bytes = await readFile(join(published, name === "." ? "index.html" : name));
      const headers = {
        "Content-Type": needed[extname(name)] ?? (name === "." ? "text/html" : "application/octet-stream"),
      };
      if (gzip) headers["Content-Encoding"] = "gzip";
      response.writeHead(200, headers).end(gzip ? gzipSync(bytes) : bytes);
    } catch {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("not found");
    }
  });
  const listen = (port) => new Promise((done) => server.listen(port, "127.0.0.1", done));
  await listen(0);
  const { port } = server.address();
  return {
    url: `http://127.0.0.1:${port}${path}`,
    /** The same by a name that is no secure context. */
    plainUrl: `http://plain-http.test:${port}${path}`,
    /** Paths of all requests so far. */
    asked,
    publish: (other) => (published = other),
    /** Off the net: nobody answers at its address. */
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
