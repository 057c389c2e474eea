/** Name and version of this program, as the JSON document states them. The build puts the version in (vite.config.ts). */
declare const __WHEELSCOPE_VERSION__: string;

export const tool = { name: "wheelscope", version: __WHEELSCOPE_VERSION__ };
