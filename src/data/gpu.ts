/** GPUs, CUDA releases and accelerator libraries, unfolded from the compact tables beside this file. */
import type { Component, GpuKnowledge, KnownDevice } from "../core/knowledge/gpu.ts";
import libraries from "./gpu-libraries.json";
import releases from "./gpu.json";

interface StoredDevice {
  readonly sm: number;
  readonly generation: string;
  readonly examples: string;
  readonly cuda: string;
  readonly until?: string;
  readonly ptx?: string;
  readonly board?: KnownDevice["board"];
  readonly family?: number;
}

/** Lists are one string, separated by blanks. */
interface StoredComponent {
  readonly id: string;
  readonly name: string;
  readonly vendor?: Component["vendor"];
  readonly libraries: string;
  readonly beside?: string;
  readonly versions?: Readonly<Record<string, string>>;
  readonly from?: "driver";
  readonly packages?: Readonly<Record<string, string>>;
  readonly package?: string;
  readonly also?: string;
  /** Of `nvidia/<directory>/lib`. */
  readonly directory?: string;
  /** Since CUDA 13 all parts of the toolkit share `nvidia/cu13/lib`. */
  readonly toolkit?: boolean;
  readonly brings?: string;
  readonly terms?: keyof typeof libraries.terms;
  readonly gpu?: boolean;
}

interface StoredCarrier {
  readonly package: string;
  readonly extras?: boolean;
  readonly brings: string;
}

// JSON imports have no literal types; test/data checks what these state.
const devices = releases.devices as readonly StoredDevice[];
const components = libraries.components as unknown as readonly StoredComponent[];
const carriers = libraries.carriers as readonly StoredCarrier[];

export const gpu: GpuKnowledge = {
  date: releases.date,
  devices: devices.map((device) => ({
    ...device,
    until: device.until ?? null,
    ptx: device.ptx ?? null,
    board: device.board ?? "desktop",
    family: device.family ?? device.sm,
  })),
  ptx: pairs(releases.ptx),
  drivers: pairs(releases.drivers),
  majorDrivers: new Map([...pairs(releases.majorDrivers)].map(([major, driver]) => [Number(major), driver])),
  components: components.map(component),
  carriers: carriers.map(({ brings, extras = false, ...carrier }) => ({
    ...carrier,
    extras,
    brings: words(brings),
  })),
  providers: libraries.providers.map((provider) => ({
    libraries: words(provider.libraries),
    packages: words(provider.packages),
    directory: provider.directory,
  })),
};

function component(stored: StoredComponent): Component {
  const { id, name, directory } = stored;
  const before13 = `nvidia/${directory ?? ""}/lib`;
  const packages = byMajor(stored.packages ?? (stored.package === undefined ? {} : { "0": stored.package }));
  return {
    id,
    name,
    vendor: stored.vendor ?? "nvidia",
    libraries: words(stored.libraries),
    beside: stored.beside ?? null,
    versions: new Map([...byMajor(stored.versions ?? {})].map(([major, list]) => [major, words(list)])),
    from: stored.from ?? (packages.size > 0 ? "package" : "system"),
    packages,
    also: words(stored.also ?? ""),
    directories:
      directory === undefined
        ? null
        : { before13, since13: stored.toolkit === true ? "nvidia/cu13/lib" : before13 },
    brings: words(stored.brings ?? ""),
    terms: stored.terms === undefined ? null : libraries.terms[stored.terms],
    gpu: stored.gpu ?? true,
  };
}

function words(text: string): string[] {
  return text.split(" ").filter((word) => word !== "");
}

/** `9.0=13.0 9.1=13.1` as a map. */
function pairs(text: string): Map<string, string> {
  return new Map(
    words(text).map((pair): [string, string] => {
      const [key = "", value = ""] = pair.split("=");
      return [key, value];
    }),
  );
}

function byMajor(record: Readonly<Record<string, string>>): Map<number, string> {
  return new Map(Object.entries(record).map(([major, value]) => [Number(major), value]));
}
