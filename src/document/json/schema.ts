/** The JSON Schema of the published document, made of the descriptions of its parts. */
import type { Definitions, SchemaNode } from "../describe.ts";
import { errorShape, platformShape, pureShape } from "./report-json.ts";

const description =
  "What wheelscope show --format json prints and the page's Download JSON saves. Names are those of auditwheel's show --json where both mean the same; policy_upgrades has versions_to_lower besides, and external_libs never holds paths. Consumers must ignore keys they do not know. A key that is not required is absent if its description says so, and in documents of programs that did not write it yet.";

/** `address`: where it will be found, its `$id`. */
export function reportSchema(address: string): SchemaNode {
  const definitions: Definitions = new Map();
  const shapes = [platformShape, pureShape, errorShape].map((shape) => shape.schema(definitions));
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: address,
    title: "Wheelscope report, version 1",
    description,
    oneOf: shapes,
    $defs: Object.fromEntries(definitions),
  };
}

/** The text of the published file. */
export const reportSchemaText = (address: string): string =>
  `${JSON.stringify(reportSchema(address), null, 2)}\n`;
