/**
 * The whole window takes files, by drop and by paste, and error messages by paste. The overlay goes by the set of elements entered and not yet left: counting
 * enter and leave events would flicker over nested elements.
 */
import { useEffect, useState } from "react";
import { droppedFiles, isField, mayHoldWheel } from "./dropped.ts";
import { loadFolders } from "../state/load-parts.ts";
import { Icon } from "../ui/Icon.tsx";

interface DropTargetProps {
  /** What is dropped joins what is open. */
  readonly adding: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  /** Text pasted elsewhere than into a field. */
  readonly onText: (text: string) => void;
  readonly onNotice: (notice: string) => void;
}

type Drag = "none" | "files" | "others";

export function DropTarget({ adding, onFiles, onText, onNotice }: DropTargetProps) {
  const [drag, setDrag] = useState<Drag>("none");

  useEffect(() => {
    const entered = new Set<EventTarget>();
    const take = (transfer: DataTransfer): void => {
      const { files, folders } = droppedFiles(transfer);
      if (folders.length === 0) return files.length > 0 ? onFiles(files) : undefined;
      loadFolders().then(
        async ({ wheelsIn, foundText }) => {
          const found = await wheelsIn(folders);
          const all = [...files, ...found.wheels];
          if (all.length > 0) onFiles(all);
          const text = foundText(found);
          // One wheel is what was meant, and its report is on the screen.
          if (text !== null && (all.length !== 1 || found.isCut)) onNotice(text);
        },
        () =>
          onNotice(
            "The part of the page that opens folders could not be loaded. Drop the wheels themselves.",
          ),
      );
    };
    const carriesFiles = (event: DragEvent): event is DragEvent & { dataTransfer: DataTransfer } =>
      event.dataTransfer?.types.includes("Files") === true;

    const enter = (event: DragEvent): void => {
      if (!carriesFiles(event) || event.target === null) return;
      event.preventDefault();
      entered.add(event.target);
      setDrag(mayHoldWheel(event.dataTransfer) ? "files" : "others");
    };
    const over = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
    };
    const leave = (event: DragEvent): void => {
      if (event.target !== null) entered.delete(event.target);
      if (entered.size === 0) setDrag("none");
    };
    const drop = (event: DragEvent): void => {
      entered.clear();
      setDrag("none");
      if (!carriesFiles(event)) return;
      event.preventDefault();
      take(event.dataTransfer);
    };
    const paste = (event: ClipboardEvent): void => {
      if (event.clipboardData === null) return;
      if (event.clipboardData.types.includes("Files")) {
        event.preventDefault();
        take(event.clipboardData);
      } else if (!isField(event.target)) {
        const text = event.clipboardData.getData("text/plain");
        if (text !== "") onText(text);
      }
    };

    window.addEventListener("dragenter", enter);
    window.addEventListener("dragover", over);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    window.addEventListener("paste", paste);
    return () => {
      window.removeEventListener("dragenter", enter);
      window.removeEventListener("dragover", over);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
      window.removeEventListener("paste", paste);
    };
  }, [onFiles, onText, onNotice]);

  if (drag === "none") return null;
  return (
    <div className={`drop-overlay ${drag}`} aria-hidden="true">
      <p>
        <Icon name={drag === "files" ? "search" : "cross"} />
        {drag === "others"
          ? "Only wheels, libraries and folders of wheels can be read"
          : adding
            ? "Drop to add to these wheels"
            : "Drop to inspect"}
      </p>
    </div>
  );
}
