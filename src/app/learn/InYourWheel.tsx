/** What the open report says on the matter of a page: its own values. */
import type { Sentence } from "../../core/sentence.ts";
import { SentenceText } from "../ui/SentenceText.tsx";

interface InYourWheelProps {
  /** The open file. */
  readonly name: string;
  readonly sentences: readonly Sentence[];
}

export function InYourWheel({ name, sentences }: InYourWheelProps) {
  if (sentences.length === 0) return null;
  return (
    <aside className="in-your-wheel" aria-label="In the open file">
      <p className="in-your-wheel-name small">In {name}</p>
      {sentences.map((sentence, index) => (
        <p key={index}>
          <SentenceText sentence={sentence} />
        </p>
      ))}
    </aside>
  );
}
