import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serve } from "./serve.mjs";

let folder;
let server;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wheelscope-serve-"));
  await mkdir(join(folder, "page/assets"), { recursive: true });
  await writeFile(join(folder, "secret.txt"), "secret");
  await writeFile(join(folder, "page/.hidden"), "secret");
  await writeFile(join(folder, "page/index.html"), "<h1>page</h1>");
  await writeFile(join(folder, "page/assets/reader.wasm"), new Uint8Array([0, 97, 115, 109]));
  await symlink(join(folder, "secret.txt"), join(folder, "page/link.txt"));
  server = await serve(join(folder, "page"));
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** Asks for a path exactly as written; `fetch` would tidy it up first. */
function get(path, method = "GET") {
  const { hostname, port } = new URL(server.url);
  return new Promise((done, fail) => {
    request({ hostname, port, path, method }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (piece) => (body += piece));
      response.on("end", () => done({ status: response.statusCode, headers: response.headers, body }));
    })
      .on("error", fail)
      .end();
  });
}

describe("serve", () => {
  it("serves the page at its root", async () => {
    const { status, headers, body } = await get("/");
    expect({ status, body, type: headers["content-type"] }).toEqual({
      status: 200,
      body: "<h1>page</h1>",
      type: "text/html; charset=utf-8",
    });
    expect(headers["content-security-policy"]).toBe("frame-ancestors 'none'");
  });

  it("serves WebAssembly as what it is", async () => {
    expect((await get("/assets/reader.wasm?v=1")).headers["content-type"]).toBe("application/wasm");
  });

  it.each([
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/..%5csecret.txt",
    "/assets/../../secret.txt",
    "/link.txt",
    "/.hidden",
    "/assets",
    "/assets/",
    "/%00",
    "/%zz",
    "/not-there",
  ])("has nothing at %s", async (path) => {
    expect(await get(path)).toMatchObject({ status: 404, body: "Not found\n" });
  });

  it("only reads", async () => {
    expect((await get("/", "POST")).status).toBe(405);
    expect(await get("/", "HEAD")).toMatchObject({ status: 200, body: "" });
  });

  it("takes the next port where one is taken", async () => {
    const first = Number(new URL(server.url).port);
    const other = await serve(join(folder, "page"), { port: first });
    expect(Number(new URL(other.url).port)).toBeGreaterThan(first);
    await other.close();
  });
});
