/** The timeline itself: tags, glibc, GCC and distributions over the years. A picture; what can be chosen in it has buttons beside it. */
import { useId } from "react";
import {
  drawnSystems,
  gccReleases,
  glibcReleases,
  hasGlibc,
  proposals,
  today,
  versionsWithPolicy,
  yearOf,
  type DrawnSystem,
} from "./timeline-data.ts";
import { placeLabels } from "../labels.ts";

const firstYear = 2006;
const lastYear = 2030;
/** From this width on names stand beside the bars, not above them. */
const wideFrom = 560;

interface TimelineDrawingProps {
  /** In pixels. */
  readonly width: number;
  /** The version of glibc that is looked at. */
  readonly chosen: string;
  readonly onChoose: (version: string) => void;
}

export function TimelineDrawing({ width, chosen, onChoose }: TimelineDrawingProps) {
  const titleId = useId();
  const wide = width >= wideFrom;
  const left = wide ? 148 : 4;
  const right = 14;
  const x = (date: string): number => {
    const share = (Math.min(yearOf(date), lastYear) - firstYear) / (lastYear - firstYear);
    return Math.round((left + Math.max(0, share) * (width - left - right)) * 10) / 10;
  };
  const tagRows = placeLabels(
    proposals.map(({ name, date }) => ({ at: x(date) + 10, width: name.length * 6.8 + 8 })),
  );
  const head = wide ? 0 : 16;
  const tagsTop = 30;
  const tagY = (index: number): number => tagsTop + head + 8 + (tagRows[index] ?? 0) * 17;
  const glibcY = tagsTop + head + (Math.max(...tagRows) + 1) * 17 + 26 + head;
  const gccY = glibcY + 46 + head;
  const systemsTop = gccY + 40;
  const rowHeight = wide ? 22 : 34;
  const tops = rowTops(drawnSystems, systemsTop, rowHeight, wide ? 7 : 5);
  const height = (tops.at(-1) ?? systemsTop) + rowHeight + 6;
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
  const release = glibcReleases.find(({ version }) => version === chosen);
  const shownGlibc = shownLabels(
    glibcReleases.filter(({ version }) => versionsWithPolicy.has(version) || version === chosen),
    x,
    chosen,
  );
  const shownGcc = shownLabels(gccReleases, x, null);
  return (
    <svg
      className="timeline"
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      width={width}
      height={height}
      role="img"
      aria-labelledby={titleId}
    >
      <title id={titleId}>
        {`Tags, releases of glibc and GCC, and the support of distributions, 2006 to 2030. The table below the picture has the same.`}
      </title>
      {years
        .filter((year) => year % 2 === 0)
        .map((year) => (
          <g key={year} className="timeline-year">
            <line x1={x(`${String(year)}-01-01`)} x2={x(`${String(year)}-01-01`)} y1={22} y2={height} />
            {year < lastYear && (wide || year % 4 === 0) && (
              <text x={x(`${String(year)}-01-01`)} y={14} textAnchor="middle">
                {year}
              </text>
            )}
          </g>
        ))}
      <g className="timeline-today">
        <line x1={x(today)} x2={x(today)} y1={22} y2={height} />
      </g>
      {release !== undefined && (
        <line className="timeline-chosen" x1={x(release.date)} x2={x(release.date)} y1={glibcY} y2={height} />
      )}

      <LaneName wide={wide} y={tagsTop + (wide ? 12 : 10)} name="Tags proposed" />
      {proposals.map(({ pep, name, date, glibc }, index) => {
        const from = glibcReleases.find(({ version }) => version === glibc);
        const [px, py] = [x(date), tagY(index)];
        return (
          <g key={pep} className={`timeline-tag ${glibc === chosen ? "chosen" : ""}`}>
            {from !== undefined && (
              <path
                d={`M${String(px)} ${String(py)}C${String(px)} ${String(glibcY - 14)} ${String(x(from.date))} ${String(py)} ${String(x(from.date))} ${String(glibcY - 6)}`}
              />
            )}
            <rect
              x={px - 4.5}
              y={py - 4.5}
              width={9}
              height={9}
              transform={`rotate(45 ${String(px)} ${String(py)})`}
            />
            <text x={px + 10} y={py + 4}>
              {name}
            </text>
          </g>
        );
      })}

      <LaneName wide={wide} y={glibcY + (wide ? 4 : -18)} name="glibc released" />
      {glibcReleases.map(({ version, date }) => (
        <g
          key={version}
          className={`timeline-glibc ${version === chosen ? "chosen" : ""} ${versionsWithPolicy.has(version) ? "policy" : ""}`}
          onClick={() => onChoose(version)}
        >
          <circle
            cx={x(date)}
            cy={glibcY}
            r={version === chosen ? 7 : versionsWithPolicy.has(version) ? 5 : 3}
          />
          {shownGlibc.has(version) && (
            <text x={x(date)} y={glibcY + 21} textAnchor="middle">
              {version}
            </text>
          )}
        </g>
      ))}

      <LaneName wide={wide} y={gccY + (wide ? 4 : -12)} name="GCC released" />
      {gccReleases.map(({ version, date }) => (
        <g key={version} className="timeline-gcc">
          <rect x={x(date) - 1.5} y={gccY - 7} width={3} height={14} />
          {shownGcc.has(version) && (
            <text x={x(date)} y={gccY + 21} textAnchor="middle">
              {version}
            </text>
          )}
        </g>
      ))}

      {drawnSystems.map((system, index) => (
        <SystemBar
          key={system.id}
          system={system}
          wide={wide}
          x={x}
          top={tops[index] ?? 0}
          width={width}
          height={rowHeight}
          has={hasGlibc(system.glibc, chosen)}
          onChoose={onChoose}
        />
      ))}
    </svg>
  );
}

function LaneName({ wide, y, name }: { readonly wide: boolean; readonly y: number; readonly name: string }) {
  return (
    <text className="timeline-lane" x={wide ? 0 : 4} y={y}>
      {name}
    </text>
  );
}

interface SystemBarProps {
  readonly system: DrawnSystem;
  readonly wide: boolean;
  readonly x: (date: string) => number;
  readonly top: number;
  /** Of the whole row. */
  readonly width: number;
  readonly height: number;
  readonly has: boolean;
  readonly onChoose: (version: string) => void;
}

function SystemBar({ system, wide, x, top, width, height, has, onChoose }: SystemBarProps) {
  const { name, glibc, released, ends, extended } = system;
  const short = name.replace(" LTS", "").replace(" / CentOS", "");
  const version = `${has ? "✓" : "✗"} ${glibc}`;
  const from = x(released);
  const to = Math.max(from + 2, x(ends ?? `${String(lastYear)}-01-01`));
  const last = extended === null ? to : Math.max(to, x(extended));
  const bar = wide ? { y: top + 3, height: 15 } : { y: top + 18, height: 10 };
  const isRoomy = to - from >= narrowestWithText;
  return (
    <g className={`timeline-system ${has ? "has" : "lacks"}`} onClick={() => onChoose(glibc)}>
      <rect className="timeline-row" x={0} y={top} width={width} height={height} />
      {wide ? (
        <text className="timeline-name" x={0} y={top + 15}>
          {short}
        </text>
      ) : (
        // The line above the bar begins where the bar does, unless it would run out of the picture.
        <text
          className="timeline-name"
          x={Math.min(from, width - (short.length + version.length + 1) * widestLetter)}
          y={top + 13}
        >
          {short} <tspan className="timeline-glibc-of">{version}</tspan>
        </text>
      )}
      {last > to && (
        <rect className="extended" x={to} y={bar.y + 3} width={last - to} height={bar.height - 6} rx={2} />
      )}
      <rect className="support" x={from} y={bar.y} width={to - from} height={bar.height} rx={3} />
      {wide && (
        <text className="timeline-glibc-of" x={isRoomy ? from + 5 : last + 5} y={bar.y + 11.5}>
          {version}
        </text>
      )}
    </g>
  );
}

/** Most that a letter of a name takes, in pixels. */
const widestLetter = 6.9;

/** A shorter bar has its text beside it. */
const narrowestWithText = 50;

/** The rows' upper edges; a gap where another family begins. */
function rowTops(systems: readonly DrawnSystem[], top: number, height: number, gap: number): number[] {
  let y = top;
  return systems.map(({ family }, index) => {
    if (index > 0) y += height + (systems[index - 1]?.family === family ? 0 : gap);
    return y;
  });
}

/** Which labels of a lane have room, the chosen one first, then from the newest to the oldest. */
function shownLabels(
  releases: readonly { readonly version: string; readonly date: string }[],
  x: (date: string) => number,
  chosen: string | null,
): ReadonlySet<string> {
  const shown = new Map<string, readonly [number, number]>();
  const inOrder = [...releases]
    .reverse()
    .sort((a, b) => Number(b.version === chosen) - Number(a.version === chosen));
  for (const { version, date } of inOrder) {
    const half = (version.length * 7) / 2 + 2;
    const [from, to] = [x(date) - half, x(date) + half];
    if ([...shown.values()].every(([start, end]) => to < start || from > end)) shown.set(version, [from, to]);
  }
  return new Set(shown.keys());
}
