/**
 * The version of the form that links are written in today. Links of every version below open for ever: whoever changes what is
 * written adds a step to upgrade.ts, frozen samples, and, where they help, a dictionary and a table of names of the new version.
 */
export const FORMAT_VERSION = 1;
