/** One part of the program for everything here (late-parts.ts). */
export { CodeSections } from "./CodeSections.tsx";
export { LibraryCode } from "../library/LibraryCode.tsx";
