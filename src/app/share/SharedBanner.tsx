/** Says above a shared report that it was sent, and not read from the file. INTERIM: without verification. */
import { useSession } from "../parts/session-context.ts";

export function SharedBanner() {
  const origin = useSession((session) => session.origin);
  if (origin.kind !== "shared") return null;
  return <p className="notice">Shared report, not checked against the file.</p>;
}
