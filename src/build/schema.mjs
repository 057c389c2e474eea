// Writes public/schema/report-1.json, the published schema, from the descriptions in src/document/json: `npm run schema`.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createServer } from "vite";

const root = join(import.meta.dirname, "../..");

const server = await createServer({
  configFile: false,
  root,
  appType: "custom",
  logLevel: "error",
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
});
try {
  const { reportSchemaText } = await server.ssrLoadModule("/src/document/json/schema.ts");
  const { placeholderAddress, schemaPath } = await server.ssrLoadModule("/src/document/schema-address.ts");
  writeFileSync(join(root, "public", schemaPath), reportSchemaText(placeholderAddress));
} finally {
  await server.close();
}
