/** The stable ABI as core wants it; stable-abi.json keeps the names of each version in one string. */
import type { StableAbi } from "../core/knowledge/python.ts";
import file from "./stable-abi.json";

const CONDITIONS: Readonly<Record<keyof typeof file.elsewhere, string>> = {
  MS_WINDOWS: "on Windows",
  USE_STACKCHECK: "on platforms that check the stack",
  Py_REF_DEBUG: "in debug builds of Python",
};

const words = (text: string): string[] => text.split(" ").filter((word) => word !== "");

function byName(lists: Readonly<Record<string, string>>, value = (key: string): string => key) {
  return new Map(
    Object.entries(lists).flatMap(([key, names]) =>
      words(names).map((name): [string, string] => [name, value(key)]),
    ),
  );
}

export const stableAbi: StableAbi = {
  added: byName(file.added),
  elsewhere: byName(file.elsewhere, (key) => CONDITIONS[key as keyof typeof CONDITIONS]),
  exportedEarlier: byName(file.exportedEarlier),
  families: new Set(words(file.families)),
};
