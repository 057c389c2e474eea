/** Text in an SVG that is built without a canvas to measure it: what XML allows, how wide it is about, and where its lines break. */

const markup: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Control characters and halves of pairs are no XML; marks of direction would turn the text around them. All become U+FFFD. */
const unfit =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Safe as text and in attributes. */
export function escapeXml(text: string): string {
  return text.replace(unfit, "\ufffd").replace(/[&<>"']/g, (character) => markup[character] ?? "");
}

/** Width of one character in ems of a common sans serif, a little generous: a line that is too short beats one cut off. */
function advance(character: string): number {
  if (/[ilj.,:;'|!]/.test(character)) return 0.3;
  if (/[ftr()[\]\- ]/.test(character)) return 0.38;
  if (/[mwMW@%]/.test(character)) return 0.9;
  if (/[A-Z_]/.test(character)) return 0.67;
  // Ideographs, emoji and whatever else is square.
  return (character.codePointAt(0) ?? 0) > 0x2e7f ? 1.05 : 0.57;
}

export interface Face {
  /** Pixels. */
  readonly size: number;
  /** Wider than regular, in the widest of the common families by a sixth. */
  readonly bold?: boolean;
  /** Every character 0.61 em. */
  readonly mono?: boolean;
}

/** In pixels, about. */
export function widthOf(text: string, { size, bold = false, mono = false }: Face): number {
  let ems = 0;
  for (const character of text) ems += mono ? 0.61 : advance(character);
  return ems * size * (bold && !mono ? 7 / 6 : 1);
}

/** As much of the text as fits, with an ellipsis in the place of the rest. */
export function cut(text: string, face: Face, width: number): string {
  if (widthOf(text, face) <= width) return text;
  let kept = "";
  for (const character of text) {
    if (widthOf(`${kept}${character}…`, face) > width) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** At most `most` lines; words that are longer than a line are broken, and what does not fit ends in an ellipsis. */
export function linesOf(text: string, face: Face, width: number, most: number): string[] {
  if (most < 1) return [];
  const lines: string[] = [];
  let line = "";
  // A name of a wheel has no spaces; it may break after the marks that join its parts.
  for (const piece of text.match(/\s+|[^\s/_.-]*[/_.-]+|[^\s/_.-]+/g) ?? []) {
    if (widthOf(line + piece, face) <= width) {
      line += piece;
      continue;
    }
    if (line.trim() !== "") lines.push(line.trimEnd());
    line = piece.trimStart();
    while (widthOf(line, face) > width) {
      const head = cut(line, face, width).slice(0, -1);
      if (head === "" || lines.length > most) break;
      lines.push(head);
      line = line.slice(head.length);
    }
    if (lines.length > most) break;
  }
  if (line.trim() !== "") lines.push(line.trimEnd());
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), cut(`${lines[most - 1] ?? ""}…`, face, width)];
}
