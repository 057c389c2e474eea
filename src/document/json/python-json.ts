/** Python's ABI and the systems a wheel runs on in the published JSON document. */
import { groupJson, type GroupJson } from "./cxx-json.ts";
import type { PythonReading, SystemRow, WheelPython } from "../../core/readings/readings.ts";
import type { Evidence } from "../../core/evidence.ts";
import { plainText } from "../../core/sentence.ts";

/** Names told of a list; an extension of numpy's size imports hundreds. */
const firstNames = 20;

/** Python's ABI of one library. */
export interface PythonJson {
  readonly sentence: string;
  readonly stable: boolean;
  readonly floor: string | null;
  readonly floor_symbols: readonly string[];
  readonly outside: GroupJson;
  readonly too_new: {
    readonly count: number;
    readonly symbols: readonly { readonly symbol: string; readonly added: string }[];
  };
  readonly hints: GroupJson;
  readonly init: PythonReading["init"];
  readonly suffix: string | null;
}

export interface WheelPythonJson {
  readonly sentence: string;
  readonly claim: WheelPython["claim"];
  readonly claimed_floor: string | null;
  readonly floor: string | null;
  readonly free_threaded: boolean;
  readonly could_be_abi3: boolean;
}

/** One system; what it has is in `wheelscope systems --json`. */
export interface SystemJson {
  readonly id: string;
  readonly name: string;
  readonly end_of_life: string | null;
  readonly outcome: SystemRow["outcome"];
  readonly sentence: string;
  readonly evidence: readonly Evidence[];
}

export function pythonJson(reading: PythonReading | null): PythonJson | null {
  if (reading === null) return null;
  const { stable, floor, floorSymbols, outside, tooNew, hints, init, suffix } = reading;
  const group = (symbols: readonly string[]) => groupJson({ count: symbols.length, symbols }, firstNames);
  return {
    sentence: plainText(reading.sentence),
    stable,
    floor,
    floor_symbols: floorSymbols.slice(0, firstNames),
    outside: group(outside),
    too_new: { count: tooNew.length, symbols: tooNew.slice(0, firstNames) },
    hints: group(hints),
    init,
    suffix,
  };
}

export function wheelPythonJson(python: WheelPython | null): WheelPythonJson | null {
  if (python === null) return null;
  return {
    sentence: plainText(python.sentence),
    claim: python.claim,
    claimed_floor: python.claimedFloor,
    floor: python.floor,
    free_threaded: python.freeThreaded,
    could_be_abi3: python.couldBeAbi3,
  };
}

/** The most telling evidence alone: there are a hundred systems, and most fail for the same reason. */
export function systemJson({ id, name, endOfLife, outcome, sentence, reasons }: SystemRow): SystemJson {
  return {
    id,
    name,
    end_of_life: endOfLife,
    outcome,
    sentence: plainText(sentence),
    evidence: outcome === "runs" ? [] : reasons.slice(0, 1),
  };
}
