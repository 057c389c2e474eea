/** One explanation under its fixed headings. */
import type { Explanation as Content } from "../../core/explain.ts";

interface ExplanationProps {
  readonly id: string;
  readonly explanation: Content;
  readonly heading: React.RefObject<HTMLHeadingElement | null>;
}

export function Explanation({ explanation, heading }: ExplanationProps) {
  return (
    <article className="explanation">
      <h1 ref={heading} tabIndex={-1}>
        {explanation.title}
      </h1>
      <p>{explanation.whatItIs}</p>
    </article>
  );
}
