/** A sentence of the report as elements. Names out of the wheel are text, never markup. */
import type { Sentence } from "../../core/sentence.ts";

export function SentenceText({ sentence }: { readonly sentence: Sentence }) {
  return sentence.map((part, index) =>
    typeof part === "string" ? (
      part
    ) : (
      <code key={index} className={`named ${part.kind}`}>
        {part.text}
      </code>
    ),
  );
}
