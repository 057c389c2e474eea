import { expect, test } from "vitest";
import * as d from "../../src/document/describe.ts";

const inner = d.named("inner", "A thing.", { name: d.text("Its name.") });
const outer = d.object("All kinds.", {
  text: d.orNull(d.text("Hex.", "^[0-9a-f]*$")),
  choice: d.orNull(d.oneOf("One.", ["a", "b"])),
  bare: inner,
  about: d.about("This very thing.", inner),
  maybe: d.about("A thing or none.", d.orNull(inner)),
  list: d.listOf("Things.", inner),
  map: d.mapOf("By name.", d.count("How often.")),
  late: d.added(d.flag("Since later.")),
  absent: d.optional(d.integer("Any number.")),
});

test("each part gives its node, and definitions stand by themselves", () => {
  const definitions: d.Definitions = new Map();
  const reference = { $ref: "#/$defs/inner" };
  expect(outer.schema(definitions)).toEqual({
    description: "All kinds.",
    type: "object",
    properties: {
      text: { description: "Hex.", type: ["string", "null"], pattern: "^[0-9a-f]*$" },
      choice: { description: "One.", enum: ["a", "b", null] },
      bare: reference,
      about: { ...reference, description: "This very thing." },
      maybe: { description: "A thing or none.", oneOf: [{ type: "null" }, reference] },
      list: { description: "Things.", type: "array", items: reference },
      map: {
        description: "By name.",
        type: "object",
        additionalProperties: { description: "How often.", type: "integer", minimum: 0 },
      },
      late: { description: "Since later.", type: "boolean" },
      absent: { description: "Any number.", type: "integer" },
    },
    required: ["text", "choice", "bare", "about", "maybe", "list", "map"],
  });
  expect(Object.fromEntries(definitions)).toEqual({
    inner: {
      description: "A thing.",
      type: "object",
      properties: { name: { description: "Its name.", type: "string" } },
      required: ["name"],
    },
  });
});

test("an object of optional keys alone requires none", () => {
  expect(d.object("Any.", { a: d.optional(d.flag("A.")) }).schema(new Map())).not.toHaveProperty("required");
});

test("types follow: what was added is always written, what is optional may be absent", () => {
  const name = { name: "x" };
  const value: d.Of<typeof outer> = {
    text: null,
    choice: "a",
    bare: name,
    about: name,
    maybe: null,
    list: [name],
    map: { x: 1 },
    late: true,
  };
  // @ts-expect-error -- an added key is missing
  const lacking: d.Of<typeof outer> = { ...value, late: undefined };
  // @ts-expect-error -- no such choice
  const wrong: d.Of<typeof outer> = { ...value, choice: "c" };
  // @ts-expect-error -- read only
  value.text = "00";
  expect([value.text, lacking.late, wrong.choice]).toEqual(["00", undefined, "c"]);
});
