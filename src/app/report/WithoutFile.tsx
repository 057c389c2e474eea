/** One odd file must not hide the rest: the verdict without it. */
import type { Report } from "../../core/report.ts";
import { useView } from "../state/view.ts";

export function WithoutFile({ report }: { readonly report: Report }) {
  const changeView = useView((view) => view.changeView);
  if (report.withoutFile.length === 0) return null;
  return (
    <section className="without" aria-labelledby="without">
      <h2 id="without">One file decides</h2>
      <ul className="without-list">
        {report.withoutFile.map(({ path, bestTag }) => (
          <li key={path}>
            Without{" "}
            <button type="button" className="link-button mono" onClick={() => changeView({ lib: path })}>
              {path}
            </button>{" "}
            the wheel would fit <code className="named tag">{bestTag}</code>.
          </li>
        ))}
      </ul>
    </section>
  );
}
