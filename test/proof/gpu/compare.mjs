/** One library: what our reader says of GPU code and mentioned names, beside what walk.py found. */

/** @returns {{ facts: number, differences: string[] }} how many values were compared, and those that differ */
export function compareLibrary(ours, walked) {
  const differences = [];
  let facts = 0;
  const same = (what, got, expected) => {
    facts++;
    const [a, b] = [JSON.stringify(got), JSON.stringify(expected)];
    if (a !== b) differences.push(`${what}: ours ${a}, the walker's ${b}`);
  };

  const cuda = ours.gpu?.cuda ?? null;
  same("containers", cuda?.containers ?? 0, walked.containers);
  same("bytes", cuda?.bytes ?? 0, walked.bytes);
  same("damaged", cuda?.damaged ?? 0, walked.damaged);
  sameTable("target", targetsOf(cuda), walked.targets);
  sameTable("group", groupsOf(cuda), walked.groups);
  sameTable(
    "section",
    Object.fromEntries(
      (cuda?.places ?? []).map(({ section, containers, bytes }) => [section, [containers, bytes]]),
    ),
    Object.fromEntries(walked.places.map(([section, ...sums]) => [section, sums])),
  );
  same("containers outside of the groups", cuda?.moreContainers ?? 0, 0);

  const hip = ours.gpu?.hip ?? { bundles: 0, compressedBundles: 0, bytes: 0, targets: [] };
  same("bundles", hip.bundles, walked.hip.bundles);
  same("compressed bundles", hip.compressedBundles, walked.hip.compressed);
  same("bytes of bundles", hip.bytes, walked.hip.bytes);
  sameTable(
    "code object",
    Object.fromEntries(hip.targets.map(({ target, entries, bytes }) => [target, [entries, bytes]])),
    walked.hip.targets,
  );

  const known = new Set([...ours.needed, ours.soname, walked.path.split("/").at(-1)]);
  const mentions = walked.mentions.filter((name) => !known.has(name)).sort();
  same("mentioned libraries", ours.mentionedLibraries, mentions.slice(0, 200));

  // Nothing but padding between the containers of a section that is made of them.
  for (const { section, size, rest, zeros } of walked.rest)
    same(`zeros in the rest (${rest} of ${size}) of ${section}`, zeros, true);
  return { facts, differences };

  function sameTable(what, got, expected) {
    for (const name of new Set([...Object.keys(got), ...Object.keys(expected)]))
      same(`${what} ${name}`, got[name] ?? null, expected[name] ?? null);
  }
}

function targetsOf(cuda) {
  const rows = (cuda?.targets ?? []).map((target) => [
    nameOf(target),
    [target.entries, target.bytes, target.inflatedBytes, target.compression],
  ]);
  return Object.fromEntries(rows);
}

function groupsOf(cuda) {
  const rows = (cuda?.groups ?? []).map(({ targets, containers, bytes }) => [
    targets
      .map((index) => nameOf(cuda.targets[index]))
      .sort()
      .join(" | "),
    [containers, bytes],
  ]);
  return Object.fromEntries(rows);
}

const nameOf = ({ kind, kindNumber, arch, suffix, ptxIsa }) =>
  `${kind} ${kindNumber} ${arch}${suffix} ${ptxIsa ?? "None"}`;
