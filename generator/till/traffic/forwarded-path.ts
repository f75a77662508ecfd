/**
 * True for the path of `--forward`, and for a path below it whose segments are plain names. Does not ask where another
 * path leads, because servers disagree on that: it refuses empty and dotted segments, encoded separators and everything
 * else that a server may decode, merge or cut.
 *
 * `requestTarget` is as received, with its query. `pathname` is that of the URL of `--forward`.
 */
export function isForwardedPath(requestTarget: string, pathname: string): boolean {
  const [path = "", ...queries] = requestTarget.split("?");
  const base = pathname.replace(/\/$/, "");
  const isBelow = path === base || path.startsWith(`${base}/`);
  if (!path.startsWith("/") || !isBelow || !queries.every(isPlainText)) return false;
  if (path === base || path === pathname) return true;
  const below = path.slice(base.length + 1);
  // The POS appends a slash and the event's name, even to an endpoint URL that ends in a slash.
  return eventAfterSlash.test(below) || below.split("/").every(isPlainSegment);
}

const eventAfterSlash = /^\/[A-Za-z]\w*$/;

/** False if it is empty, or only dots and spaces: Windows drops those at the end of a name. */
const isPlainSegment = (segment: string): boolean =>
  isPlainText(segment) && !/^(?:\.|%2e|%20)*$/i.test(segment);

/** The characters that URLs allow in a segment, without `;` and `:`, which some servers read as separators. */
const plainText = /^[\w.~ !$&'()*+,=@-]*$/;

/** Decoded once. The result has no `%`, so that nothing is left to decode. */
function isPlainText(text: string): boolean {
  try {
    return plainText.test(decodeURIComponent(text));
  } catch {
    return false;
  }
}
