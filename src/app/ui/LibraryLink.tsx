/** A path of the wheel that leads to its library; other files are only named. */
import { fileNameOf } from "../../facts/path.ts";
import { hasView } from "../address/route.ts";
import { useView } from "../state/view.ts";
import { useShownReport } from "../state/session-context.ts";

interface LibraryLinkProps {
  readonly path: string;
  /** Only the file's name; the whole path is in the tooltip. */
  readonly short?: boolean;
}

export function LibraryLink({ path, short = false }: LibraryLinkProps) {
  const showLibrary = useView((view) => view.showLibrary);
  const changeView = useView((view) => view.changeView);
  const isReport = useView((view) => hasView(view.route.screen));
  const shown = useShownReport();
  const isLibrary = shown?.report.libraries.some(({ facts }) => facts.path === path) ?? false;
  const text = short ? fileNameOf(path) : path;
  const title = short && text !== path ? { title: path } : {};
  if (!isLibrary) return <code {...title}>{text}</code>;
  const open = (): void => {
    if (isReport) changeView({ lib: path });
    else showLibrary(path);
  };
  return (
    <button type="button" className="link-button mono" {...title} onClick={open}>
      {text}
    </button>
  );
}
