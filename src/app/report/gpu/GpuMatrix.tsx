/** GPUs × libraries as a table. Each cell is a button: pointing at it or moving the focus there tells the counts below the table. */
import { useState } from "react";
import type { DeviceCoverage, GpuDevice } from "../../../core/readings/readings.ts";
import { fileNameOf, folderOf } from "../../../facts/path.ts";
import { Disc } from "../../ui/StateMark.tsx";
import { LibraryLink } from "../../ui/LibraryLink.tsx";
import { moveAmong } from "../../ui/roving.ts";
import { coverageStates, coverageText, generations, type GpuRow } from "../../../present/gpu.ts";
import { capability } from "../../../core/readings/gpu/devices.ts";

interface GpuMatrixProps {
  readonly devices: readonly GpuDevice[];
  readonly rows: readonly GpuRow[];
}

/** Place of a cell: row and column. */
type Place = readonly [row: number, column: number];

export function GpuMatrix({ devices, rows }: GpuMatrixProps) {
  const [looked, setLooked] = useState<Place | null>(null);
  const [chosen, setChosen] = useState<Place>(() => tellingCell(rows));
  const [row, column] = looked ?? chosen;
  const isAt = (r: number, c: number): boolean => r === row && c === column;
  return (
    <div className="gpu-matrix">
      <div className="scroll-region table-region" role="group" aria-label="GPUs and libraries" tabIndex={0}>
        <table className="matrix" onKeyDown={(event) => moveAmong(event, "[data-gpu]")}>
          <thead>
            <tr>
              <td />
              {generations(devices).map(({ name, columns }, index) => (
                <th key={index} scope="colgroup" colSpan={columns} className="generation">
                  {name}
                </th>
              ))}
            </tr>
            <tr>
              <th scope="col">Library</th>
              {devices.map(({ sm, examples }, index) => (
                <th key={sm} scope="col" className={startsGeneration(devices, index) ? "first" : ""}>
                  {capability(sm)}
                  <span className="matrix-examples">{examples}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody onMouseLeave={() => setLooked(null)}>
            {rows.map(({ path, cells }, r) => (
              <tr key={path ?? ""} className={path === null ? "whole" : ""}>
                <th scope="row">{path === null ? "The whole wheel" : <LibraryLink path={path} short />}</th>
                {cells.map((cell, c) => {
                  const device = devices[c];
                  const state = coverageStates[cell.coverage];
                  return (
                    <td key={cell.sm} className={startsGeneration(devices, c) ? "first" : ""}>
                      <button
                        type="button"
                        data-gpu={`${path ?? ""} ${cell.sm}`}
                        className={`matrix-cell ${cell.coverage} ${isAt(r, c) ? "at" : ""}`}
                        tabIndex={r === chosen[0] && c === chosen[1] ? 0 : -1}
                        aria-label={`${device?.generation ?? ""} ${capability(cell.sm)}: ${state.word}; ${coverageText(cell)}`}
                        onPointerEnter={(event) => event.pointerType === "mouse" && setLooked([r, c])}
                        onFocus={() => setChosen([r, c])}
                        onClick={() => setChosen([r, c])}
                      >
                        <Disc state={state} />
                        <span>{state.word}</span>
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <CellText device={devices[column]} path={rows[row]?.path ?? null} cell={rows[row]?.cells[column]} />
    </div>
  );
}

interface CellTextProps {
  readonly device: GpuDevice | undefined;
  readonly path: string | null;
  readonly cell: DeviceCoverage | undefined;
}

function CellText({ device, path, cell }: CellTextProps) {
  if (device === undefined || cell === undefined) return null;
  const name = path === null ? null : fileNameOf(path);
  return (
    <p className="matrix-text small">
      <strong>
        {device.generation} {capability(device.sm)}
      </strong>{" "}
      {device.examples !== "" && <span className="faint">({device.examples})</span>}
      {name === null ? " in the whole wheel: " : " in "}
      {name !== null && (
        <>
          <code title={folderOf(path ?? "") + name}>{name}</code>:{" "}
        </>
      )}
      {coverageText(cell)}.
    </p>
  );
}

function startsGeneration(devices: readonly GpuDevice[], index: number): boolean {
  return devices[index]?.generation !== devices[index - 1]?.generation;
}

/** What to show at first: a GPU that is served only partly, else one through PTX, else the first. */
function tellingCell(rows: readonly GpuRow[]): Place {
  for (const coverage of ["partly", "ptx"] as const) {
    for (const [r, { cells }] of rows.entries()) {
      const c = cells.findIndex((cell) => cell.coverage === coverage);
      if (c >= 0) return [r, c];
    }
  }
  return [0, 0];
}
