/** What one library was built with, each tool with the mark it left. */
import type { Tool, ToolchainReading } from "../../../core/readings/readings.ts";
import { SentenceText } from "../../ui/SentenceText.tsx";

export function LibraryToolchain({ reading }: { readonly reading: ToolchainReading }) {
  const { tools, image, sentence } = reading;
  return (
    <section aria-labelledby="detail-toolchain detail">
      <h3 id="detail-toolchain">Toolchain</h3>
      {sentence.length > 0 && (
        <p>
          <SentenceText sentence={sentence} />
        </p>
      )}
      <dl className="facts">
        {tools.map((tool, index) => (
          <div key={index}>
            <dt>{kindWords[tool.kind]}</dt>
            <dd>
              {toolName(tool)}
              <code className="below">{tool.evidence}</code>
            </dd>
          </div>
        ))}
        {image !== null && (
          <div>
            <dt>Build image</dt>
            <dd>likely {image.name}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}

const kindWords: Readonly<Record<Tool["kind"], string>> = {
  compiler: "Compiler",
  linker: "Linker",
  language: "Language",
  other: "Also",
};

export function toolName({ name, version, packaging, likely }: Tool): string {
  const text = version === null ? name : `${name} ${version}`;
  const whole = packaging === null ? text : `${text}, ${packaging}`;
  return likely ? `likely ${whole}` : whole;
}
