import { type SourceEntry, toRelease } from "../spec/dialect.js";
import { setPart } from "../spec/edit/edit-json.js";
import { formatRelease } from "../time/release.js";
import { findEntry, judgeAge, listDays, type Aged } from "./ages.js";

/** In the order of the file. */
const keys = ["title", "heading", "kind", "where", "stated", "newest", "read"] as const;

/**
 * The text of `sources.json` in which each source that says of itself that it is newer is as it is now, and was read today. Its
 * heading is written, too, where nobody knew it.
 */
export function renewSources(
  text: string,
  read: readonly Aged[],
  { sources, today }: { readonly sources: readonly SourceEntry[]; readonly today: string },
): string {
  return read.reduce((before, source) => {
    const entry = findEntry(source, sources);
    if (!entry || judgeAge(source, sources).length === 0) return before;
    const index = sources.indexOf(entry);
    return Object.entries(renew(source, entry, today)).reduce((edited, [key, value]) => {
      const earlier = keys.slice(
        0,
        keys.findIndex((other) => other === key),
      );
      return setPart(edited, ["sources", index, key], value, earlier);
    }, before);
  }, text);
}

/** What is to be written of a source. */
function renew(
  { title, newest, date }: Aged,
  { title: known, heading = known, stated = "", newest: before }: SourceEntry,
  today: string,
): Partial<SourceEntry> {
  const day = listDays(stated).at(-1);
  const isNewer = newest !== undefined && (before === undefined || newest > toRelease(before));
  const isLater = date !== undefined && (day === undefined || date > day);
  return {
    ...(title !== heading && { heading: title }),
    ...(isLater && { stated: restate(stated, day, date) }),
    ...(isNewer && { newest: formatRelease(newest) }),
    read: today,
  };
}

/** What a source states of its age, up to a later day. */
function restate(stated: string, day: string | undefined, date: string): string {
  if (day === undefined) return stated === "" ? date : `${stated}, ${date}`;
  const at = stated.lastIndexOf(day);
  return stated.slice(0, at) + date + stated.slice(at + day.length);
}
