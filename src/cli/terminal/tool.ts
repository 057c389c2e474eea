/** Who made a document: the program's name and version, the latter put in by the build (package.json). */
declare const __VERSION__: string;

export const tool = { name: "wheelscope", version: __VERSION__ };
