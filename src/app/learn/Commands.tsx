/** “See it yourself”: commands to copy, what to look for in their output, and a real output if there is one. */
import type { Demonstration } from "../../learn/concept.ts";
import { CopyButton } from "../ui/CopyButton.tsx";

export function Commands({ commands }: { readonly commands: readonly Demonstration[] }) {
  if (commands.length === 0) return null;
  return (
    <>
      <h2 id="see-it-yourself" tabIndex={-1}>
        See it yourself
      </h2>
      {commands.map(({ command, shows, output, measuredOn }) => (
        <div key={command} className="command">
          <div className="command-line">
            <pre tabIndex={0}>{command}</pre>
            <CopyButton quiet label="Copy" text={() => command} />
          </div>
          <p className="small">{shows}</p>
          {output !== undefined && (
            <pre className="command-output" tabIndex={0} aria-label="Output">
              {output}
            </pre>
          )}
          {measuredOn !== undefined && <p className="faint small">Printed for {measuredOn}.</p>}
        </div>
      ))}
    </>
  );
}
