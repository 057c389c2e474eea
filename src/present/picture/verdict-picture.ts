/**
 * The verdict as a picture for slides and posts: an SVG of 1200 × 630, the size that link previews use. Text stays text, in generic
 * families, so that it can be searched and restyled; nothing in it is loaded or run.
 */
import type { LadderStep } from "../../core/verdict/blocker.ts";
import type { Report } from "../../core/report.ts";
import { plainText } from "../../core/sentence.ts";
import { compareVersionNames, MAIN_FAMILIES } from "../../facts/names/version-name.ts";
import { outcomeStates, type Mark, type State, type Tone } from "../states.ts";
import { cut, escapeXml, linesOf, widthOf } from "./text.ts";

export const PICTURE_WIDTH = 1200;
export const PICTURE_HEIGHT = 630;

const edge = 72;
const inner = PICTURE_WIDTH - 2 * edge;
const sans = `font-family="'Atkinson Hyperlegible Next', system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif"`;
const mono = `font-family="'Atkinson Hyperlegible Mono', ui-monospace, Menlo, Consolas, monospace"`;

const ink = "#1c1b19";
const soft = "#4d4b46";
const faint = "#625f58";
const green = "#116238";

interface Look {
  readonly colour: string;
  readonly tint: string;
}

const unsure: Look = { colour: "#7d4a00", tint: "#fbeed3" };
const plain: Look = { colour: "#1a558f", tint: "#e2edf8" };

/** The colours of the page for light ground. */
const looks: Readonly<Record<Tone, Look>> = {
  good: { colour: green, tint: "#e0f1e4" },
  bad: { colour: "#a8231b", tint: "#fbe7e3" },
  warning: unsure,
  info: plain,
  neutral: plain,
};

/** Within 20 units, as the page's icons. */
const marks: Readonly<Record<Mark, string>> = {
  check: "M4.5 10.5l3.6 3.7 7.4-8",
  cross: "M5.5 5.5l9 9m0-9l-9 9",
  warning: "M10 4.2v7.2M10 14.6v1.2",
  info: "M10 8.8v7M10 4.2v1.4",
  dash: "M5 10h10",
  down: "M5.6 7.8l4.4 4.6 4.4-4.6",
  search: "M8.8 14.4a5.6 5.6 0 1 0 0-11.2 5.6 5.6 0 0 0 0 11.2zM13 13l4 4",
  question: "M7.2 7.4a2.8 2.8 0 1 1 3.9 2.6c-.8.4-1.1.9-1.1 1.8M10 14.6v1.2",
};

/** Well-formed for whatever a wheel calls itself. */
export function verdictPicture(report: Report): string {
  const { facts, verdict } = report;
  const state = outcomeStates[verdict.outcome];
  const look = looks[state.tone];
  const title = facts.name === null ? facts.fileName : `${facts.name.project} ${facts.name.version}`;
  const parts = [
    `<rect width="${PICTURE_WIDTH}" height="${PICTURE_HEIGHT}" fill="#f7f5f0"/>`,
    `<rect width="16" height="${PICTURE_HEIGHT}" fill="${look.colour}"/>`,
    text(title, { y: 108, size: 52, weight: 700 }),
    text(facts.fileName, { y: 150, size: 20, colour: faint, isMono: true }),
    ...verdictBox(report, state, look),
    ...ladder(report.ladder),
    ...maxima(report),
    text(`Wheelscope · policies of ${report.policyDate}`, { y: 594, size: 20, colour: faint }),
  ];
  const label = `${title}: ${state.word}. ${plainText(verdict.headline)}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${PICTURE_WIDTH}" height="${PICTURE_HEIGHT}" viewBox="0 0 ${PICTURE_WIDTH} ${PICTURE_HEIGHT}" role="img">`,
    `<title>${escapeXml(label)}</title>`,
    ...parts,
    "</svg>",
    "",
  ].join("\n");
}

interface Style {
  readonly x?: number;
  readonly y: number;
  readonly size: number;
  readonly weight?: number;
  readonly colour?: string;
  readonly isMono?: boolean;
  readonly anchor?: "start" | "middle" | "end";
  /** Longer text is cut. */
  readonly width?: number;
}

function text(content: string, style: Style): string {
  const {
    x = edge,
    y,
    size,
    weight = 400,
    colour = ink,
    isMono = false,
    anchor = "start",
    width = inner,
  } = style;
  const shown = escapeXml(cut(content, { size, bold: weight > 500, mono: isMono }, width));
  return `<text x="${x}" y="${y}" ${isMono ? mono : sans} font-size="${size}" font-weight="${weight}" fill="${colour}" text-anchor="${anchor}">${shown}</text>`;
}

/** Symbol, word and headline, and the second sentence if it fits. */
function verdictBox({ verdict }: Report, state: State, look: Look): string[] {
  const x = edge + 128;
  const width = PICTURE_WIDTH - edge - x - 24;
  const headline = linesOf(plainText(verdict.headline), { size: 32, bold: true }, width, 3);
  const second = linesOf(plainText(verdict.second), { size: 22 }, width, Math.max(0, 3 - headline.length));
  const height = 82 + 42 * headline.length + 30 * second.length;
  const after = 262 + 42 * headline.length;
  return [
    `<rect x="${edge}" y="178" width="${inner}" height="${height}" rx="16" fill="${look.tint}"/>`,
    `<g transform="translate(${edge + 28} 202)"><circle cx="36" cy="36" r="36" fill="${look.colour}"/>`,
    `<path transform="translate(8 8) scale(2.8)" d="${marks[state.icon]}" fill="none" stroke="#fffefb" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></g>`,
    text(state.word, { x, y: 224, size: 24, weight: 700, colour: look.colour, width }),
    ...headline.map((line, index) => text(line, { x, y: 266 + 42 * index, size: 32, weight: 600, width })),
    ...second.map((line, index) => text(line, { x, y: after + 30 * index, size: 22, colour: soft, width })),
  ];
}

/** The policies, the most portable first: broken where the wheel does not reach, solid from the best on. */
function ladder(steps: readonly LadderStep[]): string[] {
  if (steps.length === 0) return [];
  const room = Math.min(inner / steps.length, 150);
  const at = (index: number): number => Math.round(edge + room * (index + 0.5));
  const best = steps.findIndex((step) => step.best);
  const first = best < 0 ? steps.length - 1 : best;
  const y = 432;
  return [
    line(at(0), at(first), y, `stroke="#89857b" stroke-width="2" stroke-dasharray="5 5"`),
    ...(best < 0 ? [] : [line(at(best), at(steps.length - 1), y, `stroke="#7fbf97" stroke-width="5"`)]),
    ...steps.flatMap((step, index) => rung(step, at(index), y, room)),
  ];
}

const line = (from: number, to: number, y: number, look: string): string =>
  `<line x1="${from}" y1="${y}" x2="${to}" y2="${y}" ${look}/>`;

function rung({ tag, fits, best, claimed }: LadderStep, x: number, y: number, room: number): string[] {
  // A plain linux tag promises nothing; to be left with it is no praise.
  const praised = best && !tag.startsWith("linux_");
  const colour = fits ? green : "#a8231b";
  const said = [praised ? "best" : best ? "only" : null, claimed ? "claimed" : null].filter(
    (word) => word !== null,
  );
  const name = /^(?:many|musl)linux_(\d+)_(\d+)_/.exec(tag);
  const short =
    name === null ? (/^[a-z]+(?:_\d+)?/.exec(tag)?.[0] ?? tag) : `${name[1] ?? ""}.${name[2] ?? ""}`;
  return [
    `<circle cx="${x}" cy="${y}" r="15" fill="${praised ? green : "#fffefb"}" stroke="${colour}" stroke-width="2.5"/>`,
    `<path transform="translate(${x - 9} ${y - 9}) scale(0.9)" d="${marks[fits ? "check" : "cross"]}" fill="none" stroke="${praised ? "#fffefb" : colour}" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/>`,
    ...(said.length === 0
      ? []
      : [
          text(said.join(", "), {
            x,
            y: y - 24,
            size: 17,
            weight: 700,
            colour: praised ? green : soft,
            anchor: "middle",
            width: room * 1.6,
          }),
        ]),
    text(short, {
      x,
      y: y + 44,
      size: 20,
      weight: best || claimed ? 700 : 400,
      colour: fits ? ink : soft,
      anchor: "middle",
      width: room,
    }),
  ];
}

/** The highest version of each family over all libraries, four at most. */
function maxima({ libraries, architecture, libc }: Report): string[] {
  const highest = new Map<string, string>();
  for (const { maxima: rows } of libraries) {
    for (const { family, version } of rows) {
      const known = highest.get(family);
      if (known === undefined || compareVersionNames(known, version) < 0) highest.set(family, version);
    }
  }
  const known = MAIN_FAMILIES.flatMap((family) => highest.get(family) ?? []);
  const shown = [architecture, libc === "musl" ? "musl" : null, ...known].filter((one) => one !== null);
  const parts: string[] = [];
  let x = edge;
  for (const one of shown) {
    const width = Math.round(widthOf(one, { size: 21, mono: true })) + 32;
    if (x + width > PICTURE_WIDTH - edge) break;
    parts.push(
      `<rect x="${x}" y="504" width="${width}" height="42" rx="8" fill="#eeebe3"/>`,
      text(one, { x: x + 16, y: 532, size: 21, isMono: true, colour: soft }),
    );
    x += width + 14;
  }
  return parts;
}
