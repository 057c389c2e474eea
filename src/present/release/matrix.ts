/** Policies and highest needs by architecture, as cells with words. No React, no DOM. */
import { MAIN_FAMILIES } from "../../facts/names/version-name.ts";
import type { ArchitectureColumn, PolicyCell, ReleaseMaximum } from "../../core/release/release.ts";
import type { State } from "../states.ts";
import { gpuWords, stringAbiWords } from "../../core/release/code-words.ts";

export type CellState = Pick<State, "word" | "tone" | "icon">;

/** `all 5 fit`, `3 of 5`, `none fits`; of a single wheel `fits` or `does not`. */
export function cellState({ state, limiting }: PolicyCell, total: number): CellState {
  switch (state) {
    case "all":
      return { word: total === 1 ? "fits" : `all ${String(total)} fit`, tone: "good", icon: "check" };
    case "some":
      return {
        word: `${String(total - limiting.length)} of ${String(total)}`,
        tone: "warning",
        icon: "warning",
      };
    case "none":
      return { word: total === 1 ? "does not fit" : "none", tone: "bad", icon: "cross" };
    case "undefined":
      return { word: "not defined", tone: "neutral", icon: "dash" };
  }
}

/** One line below the policies: a value for each architecture. */
export interface NeedLine {
  readonly id: string;
  readonly title: string;
  /** One for each column; `text` empty: nothing needed. `from`: who asks. */
  readonly cells: readonly { readonly text: string; readonly from: ReleaseMaximum | null }[];
}

/** Lines that would be empty are left out. */
export function needLines(columns: readonly ArchitectureColumn[]): readonly NeedLine[] {
  const maximum = (column: ArchitectureColumn, family: string): ReleaseMaximum | null =>
    column.maxima.find((each) => each.family === family) ?? null;
  const plain = (id: string, title: string, text: (column: ArchitectureColumn) => string): NeedLine => ({
    id,
    title,
    cells: columns.map((column) => ({ text: text(column), from: null })),
  });
  const lines: readonly NeedLine[] = [
    ...MAIN_FAMILIES.map((family): NeedLine => ({
      id: family.toLowerCase(),
      title: family === "GLIBC" ? "glibc" : family,
      cells: columns.map((column) => {
        const from = maximum(column, family);
        const number = from?.number ?? "";
        return { text: family === "GLIBC" ? (column.glibcFloor ?? number) : number, from };
      }),
    })),
    plain("string", "std::string ABI", ({ stringAbis }) => stringAbiWords(stringAbis)),
    plain("gpu", "GPU", gpuWords),
  ];
  return lines.filter(({ cells }) => cells.some(({ text }) => text !== ""));
}
