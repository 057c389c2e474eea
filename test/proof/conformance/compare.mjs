// Two answers to "what does auditwheel say about this wheel?", field by field.

/** The fields of a verdict, as auditwheel's JSON names them. */
export const FIELDS = [
  "overall_tag",
  "sym_tag",
  "pyfpe",
  "ucs2",
  "unsupported_isa",
  "versioned_symbols",
  "external_libs",
  "policy_upgrades",
];

/**
 * @param {import("./auditwheel.mjs").Answer} theirs
 * @param {object} ours the document of `wheelscope show --format auditwheel`
 * @returns {{ field: string, theirs: unknown, ours: unknown }[]} the differences
 */
export function compare(theirs, ours) {
  const refusedThere = theirs.exception ?? theirs.document.error;
  if (refusedThere !== undefined || ours.error !== undefined) {
    // A traceback has no JSON to agree with; that we refuse too is what counts. Its own messages must be word for word.
    const same =
      theirs.exception === undefined ? theirs.document?.error === ours.error : ours.error !== undefined;
    return same ? [] : [{ field: "refusal", theirs: refusal(theirs), ours: ours.error ?? ours.overall_tag }];
  }
  // As text, so that the order of names and keys is compared as well.
  return FIELDS.filter((field) => JSON.stringify(theirs.document[field]) !== JSON.stringify(ours[field])).map(
    (field) => ({ field, theirs: theirs.document[field], ours: ours[field] }),
  );
}

export function refusal(theirs) {
  if (theirs.exception !== undefined) return `${theirs.exception}: ${theirs.message}`;
  return theirs.document.error ?? theirs.document.overall_tag;
}
