/** A real button over a real file input. */
import { useRef } from "react";

interface FileButtonProps {
  readonly children: React.ReactNode;
  readonly className: string;
  readonly onFiles: (files: readonly File[]) => void;
  /** False: the key `o` presses another one. */
  readonly byKey?: boolean;
}

/** iOS greys out files whose ending it does not know, so there everything may be chosen. */
const endings = /iPad|iPhone|iPod/.test(navigator.userAgent) ? undefined : ".whl,.so,.json";

export function FileButton({ children, className, onFiles, byKey = true }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className={className}
        {...(byKey ? { "data-choose-file": true } : {})}
        onClick={() => input.current?.click()}
      >
        {children}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        {...(endings === undefined ? {} : { accept: endings })}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // Cleared, so that the same file can be chosen again.
          event.currentTarget.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
