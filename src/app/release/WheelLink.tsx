/** A name or a number that leads to one wheel's report. */
import { createContext, use, type ReactNode } from "react";
import { placeOf, useOpenWheel, type Arrival } from "./leaving.ts";

/** Id of the first wheel of the session: tells one set of wheels from the next. */
export const SetContext = createContext(0);

interface WheelLinkProps {
  /** Key of the wheel. */
  readonly wheel: string;
  /** Which of the links to this wheel it is. */
  readonly from: string;
  readonly arrival?: Arrival;
  readonly className?: string;
  /** Tooltip: what the short text stands for. */
  readonly title?: string;
  /** What a screen reader hears after the text. */
  readonly hint?: string;
  readonly children: ReactNode;
}

export function WheelLink({ wheel, from, arrival, className, title, hint, children }: WheelLinkProps) {
  const open = useOpenWheel(use(SetContext));
  const place = placeOf(wheel, from);
  return (
    <button
      type="button"
      className={`link-button ${className ?? ""}`}
      data-place={place}
      {...(title === undefined ? {} : { title })}
      onClick={() => open(wheel, place, arrival)}
    >
      {children}
      {hint !== undefined && <span className="unseen"> {hint}</span>}
    </button>
  );
}
