/** The last line on paper: what made this, with which policies. */
import { useSession } from "../state/session-context.ts";

/** `about`: the file or the release that the pages are about. */
export function PrintEnd({ about }: { readonly about: string }) {
  const date = useSession(({ wheels }) => {
    const judged = wheels.find((wheel) => wheel.phase === "report");
    return judged?.phase === "report" ? judged.report.policyDate : null;
  });
  if (date === null) return null;
  return (
    <p className="page print-only print-end">
      Wheelscope, policies of {date}. {about}
    </p>
  );
}
