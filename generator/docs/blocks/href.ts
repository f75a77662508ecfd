import type { Link } from "./text.js";

/**
 * The address of a link, relative to the page that holds it. Its parts are names, so all that a format could misread
 * is encoded.
 * @param fileOf Where a printer writes a page.
 */
export function toHref({ page, anchor }: Link, from: string, fileOf: (page: string) => string): string {
  const file = page === undefined ? "" : toRelativePath(fileOf(from), fileOf(page));
  const path = file.split("/").map(encodeSegment).join("/");
  return anchor === undefined ? path : `${path}#${encodeSegment(anchor)}`;
}

/** Pages lie at most one folder deep. */
function toRelativePath(from: string, to: string): string {
  const [fromFolder = "", toFolder = ""] = [from, to].map((path) => path.split("/").slice(0, -1).join("/"));
  if (fromFolder === toFolder) return to.slice(to.lastIndexOf("/") + 1);
  return fromFolder === "" ? to : `../${to}`;
}

const encodeSegment = (segment: string): string =>
  encodeURIComponent(segment).replace(/[()!'*]/g, (char) => `%${char.charCodeAt(0).toString(16)}`);
