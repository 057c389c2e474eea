// Writes public/schema/report-1.json and together-1.json, the published schemas, from the descriptions in src/document/json: `npm run schema`.
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
  const { togetherSchemaText } = await server.ssrLoadModule("/src/document/json/together-json.ts");
  const { placeholderAddress, placeholderTogetherAddress, schemaPath, togetherSchemaPath } =
    await server.ssrLoadModule("/src/document/schema-address.ts");
  writeFileSync(join(root, "public", schemaPath), reportSchemaText(placeholderAddress));
  writeFileSync(join(root, "public", togetherSchemaPath), togetherSchemaText(placeholderTogetherAddress));
} finally {
  await server.close();
}
