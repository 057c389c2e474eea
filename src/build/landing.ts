/**
 * Puts the landing page into index.html as it will look, inert until the script has taken over: the first paint waits for
 * markup and style only.
 */
import { join } from "node:path";
import { createServer, type Plugin } from "vite";

const empty = '<div id="root"></div>';

export function landingMarkup(version: string): Plugin {
  return {
    name: "wheelscope-landing",
    apply: "build",
    async transformIndexHtml(page) {
      if (!page.includes(empty)) throw new Error(`index.html has no ${empty}`);
      const markup = await render(version);
      return {
        // A function: the markup is text, whatever dollars are in it.
        html: page.replace(empty, () => `<div id="root" inert>${markup}</div>`),
        tags: [{ tag: "script", attrs: { src: "./early.js" }, injectTo: "head" }],
      };
    },
  };
}

async function render(version: string): Promise<string> {
  const server = await createServer({
    configFile: false,
    root: join(import.meta.dirname, "../.."),
    appType: "custom",
    logLevel: "error",
    // Node 20 has no navigator; the markup is for any browser.
    define: { __WHEELSCOPE_VERSION__: JSON.stringify(version), "navigator.userAgent": '""' },
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  });
  try {
    const { landing } = (await server.ssrLoadModule("/src/build/prerender.tsx")) as { landing: () => string };
    return landing();
  } finally {
    await server.close();
  }
}
