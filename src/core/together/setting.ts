/** A process, as far as the loader is concerned: files, system, Python. */
import type { LibraryFacts, WheelFacts } from "../../facts/model.ts";
import type { Host } from "../loading/host.ts";
import type { Interpreter } from "../readings/python/claim.ts";

/** One file of the set, at its place in the environment. `path` begins at the root of the file system, without its slash. */
export interface Member extends LibraryFacts {
  /** Of what it came from: the place in `Setting.packages`; null: the system. */
  readonly of: number | null;
  /** How it is called in answers: its path in the wheel or below the environment, or as it was given. */
  readonly shown: string;
}

/** One wheel, installed package or single file. */
export interface Package {
  /** What it is called: `torch 2.9.1`, or the name of the file. */
  readonly title: string;
  /** Normalised name of the project; null for a file that belongs to none. */
  readonly project: string | null;
  /** Normalised names of the projects that it asks for. */
  readonly requires: readonly string[];
  readonly preloadHints: WheelFacts["preloadHints"];
  /** One file that was given by itself: it counts, whatever it is. */
  readonly single: boolean;
}

export interface TogetherHost extends Host {
  /** `Debian 13`, `this machine`; null: no system is named, so nothing is known of it. */
  readonly name: string | null;
  /** What the system's folders hold, by name, read like the rest; null: not read, `has` tells. */
  readonly system: ReadonlyMap<string, Member> | null;
  /** Whether a system that was not read has a library by itself. */
  has(needed: string): boolean;
  /** The package of the system that brings a library; null: not known. */
  packageFor(needed: string): string | null;
  /** Whether it has a version of one of its libraries; null: not known. */
  hasVersion(library: string, version: string): boolean | null;
}

export interface Setting {
  readonly members: readonly Member[];
  readonly packages: readonly Package[];
  readonly host: TogetherHost;
  /** Modules for another one are left out; null: any. */
  readonly python: Interpreter | null;
  /** Projects imported before all others, in this order. */
  readonly first: readonly string[];
}
