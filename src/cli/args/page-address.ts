/** Where the page of Wheelscope is, which the program cannot know, and the address of a share link there. */
import { UsageError } from "./args.ts";

/** `https://example.org/wheelscope/#/r/1.d.…`; without a page the fragment alone. */
export const linkAddress = (text: string, page: string | null): string => `${page ?? ""}#/r/${text}`;

/** Where the page is, without a fragment; null: not given. Throws `UsageError` if it is no address of a page. */
export function pageAddress(given: string | null): string | null {
  if (given === null || given.trim() === "") return null;
  const address = URL.canParse(given.trim()) ? new URL(given.trim()) : null;
  if (address === null || !["https:", "http:", "file:"].includes(address.protocol))
    throw new UsageError(`--page takes the address of a page, https://…, not “${given}”.`);
  address.hash = "";
  return address.href.replace(/#$/, "");
}
