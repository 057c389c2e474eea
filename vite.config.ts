import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { landingMarkup } from "./src/build/landing.ts";
import { notices } from "./src/build/notices.mjs";
import { offline } from "./src/build/offline.ts";
import { pageAddress } from "./src/build/page-address.ts";
import { command } from "./src/present/command.ts";
import about from "./package.json" with { type: "json" };

/** Nothing but the page's own files; `wasm-unsafe-eval` compiles the reader. Sent as a meta tag, so that any static host has it. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const { main: noticesOfPage, worker: noticesOfWorkers } = notices("page");

export default defineConfig({
  // Relative addresses: the built folder works from any path of any static host.
  base: "./",
  plugins: [
    react(),
    {
      name: "content-security-policy",
      // Only the built page: the development server injects styles inline.
      apply: "build",
      transformIndexHtml: () => [
        {
          tag: "meta",
          attrs: { "http-equiv": "Content-Security-Policy", content: contentSecurityPolicy },
          injectTo: "head-prepend",
        },
      ],
    },
    {
      name: "shown-command",
      transformIndexHtml: {
        // Before Vite looks for variables of its own between per cent signs.
        order: "pre",
        handler: (page) => page.replaceAll("%SHOWN_COMMAND%", command),
      },
    },
    landingMarkup(about.version),
    pageAddress(process.env["WHEELSCOPE_PAGE"]),
    noticesOfPage,
    offline(),
  ],
  define: { __WHEELSCOPE_VERSION__: JSON.stringify(about.version) },
  worker: { format: "es", plugins: () => [noticesOfWorkers] },
  build: {
    outDir: "dist/page",
    target: "es2023",
    // Nothing is put into the page as a data address: the policy above would refuse it.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
