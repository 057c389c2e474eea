/** A button that copies text and says so, to the eye and to a screen reader. */
import { useEffect, useState } from "react";
import { copyText } from "./clipboard.ts";
import { Icon, type IconName } from "./Icon.tsx";

interface CopyButtonProps {
  readonly label: string;
  /** Made when the button is pressed; may take a while. */
  readonly text: () => string | Promise<string>;
  readonly icon?: IconName;
  readonly quiet?: boolean;
  /** The one thing to do here. */
  readonly primary?: boolean;
}

type Result = "copied" | "refused" | null;

export function CopyButton({ label, text, icon = "copy", quiet = false, primary = false }: CopyButtonProps) {
  const [result, setResult] = useState<Result>(null);
  useEffect(() => {
    if (result === null) return;
    const timer = setTimeout(() => setResult(null), 2500);
    return () => clearTimeout(timer);
  }, [result]);

  const copy = async (): Promise<void> => {
    setResult((await copyText(await text())) ? "copied" : "refused");
  };

  return (
    <button
      type="button"
      className={`button ${quiet ? "quiet" : ""} ${primary ? "primary" : ""}`}
      onClick={() => void copy()}
    >
      <Icon name={result === "copied" ? "check" : icon} />
      <span>{label}</span>
      <span className="unseen" role="status">
        {result === "copied" ? "Copied" : result === "refused" ? "The browser did not allow copying" : ""}
      </span>
      {result !== null && (
        <span className="copy-result" aria-hidden="true">
          {result === "copied" ? "copied" : "not allowed"}
        </span>
      )}
    </button>
  );
}
