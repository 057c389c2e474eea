/** The facts of a report inside its JSON document, as far as the schema describes them; ../link writes and reads them. */
import { anyList, constant, listOf, named, optional, text } from "../describe.ts";
import { FORMAT_VERSION } from "../link/version.ts";

export const factsShape = named(
  "facts",
  "What the report was made of: the facts read from the file, in the compact form of share links. With them the document can be opened on the page and judged again. For other purposes use the keys above; this form has a version of its own and may change with it.",
  {
    version: constant("Version of the form of share links.", FORMAT_VERSION),
    names: listOf(
      "Names that occur more than once; elsewhere a number stands for its place in this list.",
      text("A name."),
    ),
    title: optional(text("Given by whoever shared the report; absent if nobody did.")),
    policies: text("Date of the policies used, ISO."),
    tool: text("Version of the program."),
    dropped: optional(anyList("What was left out, as pairs of kind and count; absent if nothing was.")),
    wheels: anyList("One pair for each wheel: its facts, and outcome and best tag then."),
  },
);
