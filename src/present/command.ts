/**
 * How the command line is started, wherever a command is shown to be copied: the one setting for it.
 *
 * Not `npx wheelscope`, as long as the name is not ours on npm: that would fetch and run whatever somebody else registers
 * under it. A test looks through everything that is built.
 */
export const command = "wheelscope";

/** The command that gives the report of a file. Its name is quoted for a POSIX shell where it needs that. */
export function showCommand(fileName: string): string {
  const safe = /^[\w.+@%,/=-]+$/.test(fileName) && !fileName.startsWith("-");
  const quotedName = `'${fileName.replaceAll("'", `'\\''`)}'`;
  return `${command} show ${safe ? fileName : fileName.startsWith("-") ? `-- ${quotedName}` : quotedName}`;
}
