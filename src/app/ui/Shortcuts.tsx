/** The list of keys. A modal `dialog` keeps the focus inside and gives it back when it closes. */
import { useEffect, useRef } from "react";
import { keyList } from "./keys.ts";
import { useView } from "../state/view.ts";

export function Shortcuts({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const singleKeys = useView((view) => view.singleKeys);
  const setSingleKeys = useView((view) => view.setSingleKeys);

  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);

  return (
    <dialog ref={dialog} className="shortcuts" aria-labelledby="shortcuts-title" onClose={onClose}>
      <h2 id="shortcuts-title">Keyboard</h2>
      <dl>
        {keyList.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className="check">
        <input
          type="checkbox"
          checked={singleKeys}
          onChange={(event) => setSingleKeys(event.currentTarget.checked)}
        />
        Keys of a single letter
      </label>
      <p>
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </p>
    </dialog>
  );
}
