/** `wheelscope link`: the share link of a wheel, or of several as one release. Standard output carries the link and nothing else. */
import { assess } from "../../core/assess.ts";
import { encodeLink } from "../../document/link/encode.ts";
import { linkMarkdown, markdownLink } from "../../present/link-markdown.ts";
import { droppedText, sharedReport } from "../../document/link/shared-report.ts";
import { releaseGist } from "../../core/release/gist.ts";
import { readRelease } from "../../core/release/read-release.ts";
import type { Report } from "../../core/report.ts";
import type { WheelFacts } from "../../facts/model.ts";
import { knowledge } from "../../data/index.ts";
import type { LinkOptions } from "../args/args.ts";
import { exitCodes, type ExitCode, type Host } from "../terminal/host.ts";
import { expandInputs } from "../input/inputs.ts";
import { readOne } from "../input/read-inputs.ts";
import { linkAddress, pageAddress } from "../args/page-address.ts";
import { errorCode, errorMessage, worse } from "../input/reports.ts";
import { tool } from "../terminal/tool.ts";

export async function link(options: LinkOptions, host: Host): Promise<ExitCode> {
  const page = pageAddress(options.page ?? host.page);
  const inspector = await host.createInspector();
  const reports: Report[] = [];
  let code: ExitCode = exitCodes.fine;
  try {
    for (const input of await expandInputs(options.inputs)) {
      const { path, isFile, outcome } = await readOne(input, { hash: true, evidence: 5 }, host, inspector);
      if (host.signal.aborted) return exitCodes.interrupted;
      if (outcome.ok) reports.push(...outcome.value.map(({ facts }) => judge(facts)));
      else {
        host.err.write(errorMessage(path, { isFile, error: outcome.error }));
        code = worse(code, errorCode(outcome.error));
      }
    }
  } finally {
    inspector.dispose();
  }
  if (code !== exitCodes.fine || reports.length === 0) {
    if (reports.length > 0)
      host.err.write("wheelscope: No link: one to some of the files would pass for one to all.\n");
    return code;
  }
  return printLink(reports, page, options, host);
}

const asFile =
  "Send the report itself: wheelscope show --json --output report.json FILE writes it, and whoever has it drops it on the page.";

const judge = (facts: WheelFacts): Report => assess(facts, knowledge);

function printLink(
  reports: readonly Report[],
  page: string | null,
  { title, markdown }: LinkOptions,
  { out, err }: Host,
): ExitCode {
  const encoded = encodeLink(sharedReport(reports, { title, tool }), { judge });
  if (encoded.kind === "too-long") {
    const { length, limit } = encoded;
    err.write(
      `wheelscope: The link would have ${figure(length)} characters; browsers cut addresses at ${figure(limit)}. ` +
        `${asFile}\n`,
    );
    return exitCodes.unread;
  }
  if (encoded.kind === "beyond-links") {
    err.write(
      `wheelscope: No link: the report holds more than a link may, such as a name of over 512 characters. ${asFile}\n`,
    );
    return exitCodes.unread;
  }
  const { text, dropped } = encoded;
  const address = linkAddress(text, page);
  out.write(`${markdown ? asMarkdown(reports, title, address) : address}\n`);
  if (dropped.length > 0)
    err.write(`wheelscope: Left out to keep the link short: ${dropped.map(droppedText).join(", ")}.\n`);
  if (page === null && err.isTerminal)
    err.write(
      "This is the end of an address. Put it behind that of the page where Wheelscope is, or name that with --page or WHEELSCOPE_PAGE.\n",
    );
  return exitCodes.fine;
}

const figure = (amount: number): string => amount.toLocaleString("en");

/** A title given by hand is the text of the link. */
function asMarkdown(reports: readonly Report[], title: string | null, address: string): string {
  if (title !== null && title.trim() !== "") return markdownLink(title.trim(), address);
  const [first, second] = reports;
  if (first !== undefined && second === undefined) return linkMarkdown(first, address);
  const release = readRelease(reports.map((report) => ({ kind: "report", report })));
  return markdownLink(releaseGist(release), address);
}
