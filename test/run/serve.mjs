/**
 * A static file server for the built page: `npm start` and the end-to-end tests. Serves one folder on this machine only
 * and never leaves it.
 */
import { createReadStream } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const types = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  // Streaming compilation refuses any other type.
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".whl": "application/zip",
  ".woff2": "font/woff2",
};

/** The file that an address means, or null: nothing there, a hidden file, or outside the folder (links included). */
async function locate(root, address) {
  let path;
  try {
    path = decodeURIComponent(new URL(address, "http://host").pathname);
  } catch {
    return null;
  }
  if (path.includes("\0") || path.split(/[\\/]/).some((part) => part.startsWith("."))) return null;
  const wanted = join(root, path.endsWith("/") ? `${path}index.html` : path);
  try {
    const file = await realpath(wanted);
    if (!file.startsWith(root + sep)) return null;
    const facts = await stat(file);
    return facts.isFile() ? { file, size: facts.size } : null;
  } catch {
    return null;
  }
}

/** Tries `port`, then the ones after it; port 0 takes any. */
function listen(server, port, last) {
  return new Promise((done, fail) => {
    const attempt = (candidate) => {
      server.once("error", (error) => {
        if (error.code === "EADDRINUSE" && candidate < last) attempt(candidate + 1);
        else fail(error);
      });
      server.listen(candidate, "127.0.0.1", () => {
        server.removeAllListeners("error");
        done(server.address().port);
      });
    };
    attempt(port);
  });
}

/** Serves `folder`; `port` is the first one to try (100 are), 0 means any free one. */
export async function serve(folder, { port = 0 } = {}) {
  const root = await realpath(resolve(folder));
  const server = createServer(async (request, response) => {
    const headers = {
      // The page carries its own policy as a meta tag; being framed can only be refused by a header.
      "Content-Security-Policy": "frame-ancestors 'none'",
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
      "Cache-Control": "no-cache",
    };
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { ...headers, Allow: "GET, HEAD" }).end();
      return;
    }
    const found = await locate(root, request.url ?? "/");
    if (found === null) {
      response.writeHead(404, { ...headers, "Content-Type": "text/plain; charset=utf-8" }).end("Not found\n");
      return;
    }
    response.writeHead(200, {
      ...headers,
      "Content-Type": types[extname(found.file)] ?? "application/octet-stream",
      "Content-Length": found.size,
    });
    if (request.method === "HEAD") response.end();
    else
      createReadStream(found.file)
        .on("error", () => response.destroy())
        .pipe(response);
  });
  const bound = await listen(server, port, port === 0 ? 0 : port + 99);
  return {
    url: `http://127.0.0.1:${bound}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const page = fileURLToPath(new URL("../../dist/page/", import.meta.url));
  const { url } = await serve(page, { port: Number(process.env.PORT ?? 8017) });
  console.log(`\nWheelscope is at ${url}  (Ctrl+C ends it)`);
}
