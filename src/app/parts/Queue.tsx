/** The other files of the same drop. Opening one leaves the current report. */
import { useSession } from "./session-context.ts";

export function Queue({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const queue = useSession((session) => session.queue);
  if (queue.length === 0) return null;
  return (
    <nav className="queue" aria-label="Other files of the drop">
      <span>Also dropped:</span>
      <ul className="queue-list">
        {queue.map((file, index) => (
          <li key={`${index} ${file.name}`}>
            <button
              type="button"
              className="link-button mono"
              onClick={() => onFiles([file, ...queue.filter((other) => other !== file)])}
            >
              {file.name}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
