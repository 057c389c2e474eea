/** The address of a link on this page, wherever it is served from. */
export function linkAddress(link: string): string {
  const [page = ""] = location.href.split("#");
  return `${page}#/r/${link}`;
}
