/** What a wheel says of itself in the published JSON document: its name, its dist-info, its RECORD, its archive. */
import { about, added, count, flag, listOf, object, oneOf, optional, orNull, text } from "../describe.ts";
import type { ObjectOf, Of } from "../describe.ts";
import { pathsOf } from "./names-json.ts";
import type { DistInfoFacts, WheelFacts, WheelName } from "../../facts/model.ts";
import { ARCHIVE_PROBLEM_KINDS, OTHER_NATIVE_KINDS } from "../../facts/wheel.ts";

const tagsOf = (description: string) => listOf(description, text("A tag."));

const nameShape = object("The parts of a wheel's name.", {
  project: text("Name of the project as the file name spells it."),
  version: text("Version of the project."),
  build: orNull(text("Build tag.")),
  python_tags: tagsOf("e.g. cp312."),
  abi_tags: tagsOf("e.g. abi3."),
  platform_tags: tagsOf("In lower case, each once, in the order of the file name."),
  variant: optional(text("Label of a wheel variant (PEP 825, a draft); absent in ordinary names.")),
});

const distInfoShape = object("What METADATA and WHEEL say.", {
  directory: text("e.g. numpy-2.4.6.dist-info."),
  name: orNull(text("Name in METADATA.")),
  version: orNull(text("Version in METADATA.")),
  requires_python: orNull(text("Requires-Python in METADATA, e.g. >=3.11.")),
  requires_dist: listOf("Requires-Dist in METADATA, in its order.", text("A requirement.")),
  tags: listOf("The Tag lines of WHEEL, in order.", text("e.g. cp312-cp312-manylinux_2_17_x86_64.")),
  root_is_purelib: orNull(flag("Root-Is-Purelib in WHEEL.")),
  generator: orNull(text("What wrote the wheel, by its own words (WHEEL).")),
});

const recordProblemShape = object("A difference; keys that do not apply are absent.", {
  kind: oneOf("What differs.", [
    "missing-file",
    "unlisted-file",
    "size-differs",
    "hash-differs",
    "malformed-row",
  ]),
  path: optional(text("The file concerned.")),
  recorded: optional(count("Size in bytes that RECORD has.")),
  actual: optional(count("Size in bytes that the file has.")),
  line: optional(count("The line of RECORD that cannot be read.")),
});

const archiveProblemShape = object("Something odd.", {
  kind: oneOf("What it is.", ARCHIVE_PROBLEM_KINDS),
  path: orNull(text("The entry concerned; null: the archive as a whole.")),
  detail: orNull(text("A figure or a name, e.g. 12 bytes.")),
});

const problemCount = count("How many there are; the list has the first of them.");

export const wheelFields = {
  file_kind: added(oneOf("A wheel, or a library opened by itself.", ["wheel", "library"])),
  name: added(about("What the file name says; null if it is not a wheel's name.", orNull(nameShape))),
  entry_count: added(count("Number of files in the archive.")),
  dist_info: added(about("The wheel's own metadata; null if there is none.", orNull(distInfoShape))),
  dist_info_directories: added(
    listOf("All .dist-info directories at the top; exactly one is right.", text("A directory.")),
  ),
  record: added(
    object("RECORD compared with the files of the archive.", {
      present: flag("There is a RECORD."),
      row_count: count("Its rows."),
      problems: listOf("Where the two differ.", recordProblemShape),
      problem_count: problemCount,
    }),
  ),
  archive: added(
    object("What is odd about the zip archive.", {
      problems: listOf("What was found; PyPI refuses some of it.", archiveProblemShape),
      problem_count: problemCount,
    }),
  ),
  not_elf: added(pathsOf("Files that have the name of a needed library and are not ELF files.")),
  other_native: added(
    about(
      "Native files that are not ELF files, by kind; null if nobody counted, as in reports of earlier versions.",
      orNull(
        listOf(
          "Counted by the ends of their names; nothing of them is read.",
          object("Files of one kind.", {
            kind: oneOf("static-archive: .a; the others by the end of their names.", OTHER_NATIVE_KINDS),
            files: count("How many."),
            size: count("Bytes of all of them, unpacked."),
          }),
        ),
      ),
    ),
  ),
};

export function wheelKeys(facts: WheelFacts): ObjectOf<typeof wheelFields> {
  const { record, archive } = facts;
  return {
    file_kind: facts.kind,
    name: facts.name === null ? null : nameJson(facts.name),
    entry_count: facts.entryCount,
    dist_info: facts.distInfo === null ? null : distInfoJson(facts.distInfo),
    dist_info_directories: facts.distInfoDirectories,
    record: {
      present: record.present,
      row_count: record.rowCount,
      problems: record.problems,
      problem_count: record.problemCount,
    },
    archive: { problems: archive.problems, problem_count: archive.problemCount },
    not_elf: facts.impostors,
    other_native:
      facts.otherNative?.map(({ kind, count: files, bytes: size }) => ({ kind, files, size })) ?? null,
  };
}

function nameJson(name: WheelName): Of<typeof nameShape> {
  return {
    project: name.project,
    version: name.version,
    build: name.build,
    python_tags: name.pythonTags,
    abi_tags: name.abiTags,
    platform_tags: name.platformTags,
    ...(name.variant !== undefined && { variant: name.variant }),
  };
}

function distInfoJson(facts: DistInfoFacts): Of<typeof distInfoShape> {
  return {
    directory: facts.directory,
    name: facts.name,
    version: facts.version,
    requires_python: facts.requiresPython,
    requires_dist: facts.requiresDist,
    tags: facts.tags,
    root_is_purelib: facts.rootIsPurelib,
    generator: facts.generator,
  };
}
