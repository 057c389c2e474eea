/** The link as Markdown, for issues and chats, in the words of `wheelscope link --markdown`; a title given by hand is its text instead. */
import { linkMarkdown, markdownLink } from "../../present/link-markdown.ts";
import { releaseGist } from "../../core/release/gist.ts";
import { readRelease } from "../../core/release/read-release.ts";
import type { Report } from "../../core/report.ts";

/** `reports`: at least one. `address`: with the link in it. */
export function markdownOf(reports: readonly Report[], title: string | null, address: string): string {
  if (title !== null) return markdownLink(title, address);
  const [first] = reports;
  if (first !== undefined && reports.length === 1) return linkMarkdown(first, address);
  return markdownLink(
    releaseGist(readRelease(reports.map((report) => ({ kind: "report", report })))),
    address,
  );
}
