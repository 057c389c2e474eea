/** Where the schema of the published document is: beside the page, whose address is a setting of the build. */

/** The address of the page, ending in a slash; put here by a build for which it is set (src/build/page-address.ts). */
declare const __PAGE_ADDRESS__: string | undefined;

/** A name that nobody can own (RFC 2606), for builds without the address of their page. */
const nowhere = "https://wheelscope.example/";

/** Path of the schema in the built page. */
export const schemaPath = "schema/report-1.json";

/** The same of the document of files loaded together. */
export const togetherSchemaPath = "schema/together-1.json";

/** `page`: its address, ending in a slash. */
export const schemaAddressOf = (page: string): string => `${page}${schemaPath}`;

/** The address that the committed schema has. */
export const placeholderAddress = schemaAddressOf(nowhere);

/** The address that documents of this build carry as `$schema`, and that the schema beside its page has as `$id`. */
export const schemaAddress =
  typeof __PAGE_ADDRESS__ === "string" ? schemaAddressOf(__PAGE_ADDRESS__) : placeholderAddress;

/** The same of the document of files loaded together. */
export const placeholderTogetherAddress = `${nowhere}${togetherSchemaPath}`;
export const togetherSchemaAddress =
  typeof __PAGE_ADDRESS__ === "string"
    ? `${__PAGE_ADDRESS__}${togetherSchemaPath}`
    : placeholderTogetherAddress;
