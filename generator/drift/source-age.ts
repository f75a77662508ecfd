import type { SourceEntry } from "../contract/read/dialect.js";
import { quote } from "../base/text/quote.js";
import { formatRelease, parseRelease } from "../base/time/release.js";
import { isSameTitle } from "./reviews.js";
import type { DriftFinding, SourceContent, SpecSubject } from "./source-content.js";

/** Names in `sources.json`. Recordings are not listed there. */
const listedAs = { page: "vendor page", WSDL: "SOAP API", recording: undefined } as const;

/** Finds the entry by title, or as the only one of its kind without a known heading. */
function findSourceEntry(
  { kind, title }: Pick<SourceContent, "kind" | "title">,
  sources: readonly SourceEntry[],
): SourceEntry | undefined {
  const nameless = sources.filter((entry) => entry.kind === listedAs[kind] && entry.heading === undefined);
  const named = sources.find((entry) => isSameTitle(entry.heading ?? entry.title, title));
  return named ?? (nameless.length === 1 ? nameless[0] : undefined);
}

/** Compares the newest release with `sources.json`, which a spec may omit. */
export function judgeAge(content: SourceContent, sources: readonly SourceEntry[]): readonly DriftFinding[] {
  if (sources.length === 0 || content.kind === "recording") return [];
  const { newest, title } = content;
  const entry = findSourceEntry(content, sources);
  if (!entry)
    return [{ verdict: "new", message: `sources.json has no source with the heading ${quote(title)}` }];
  const known = parseRelease(entry.newest);
  if (newest === undefined || newest === known) return [];
  const spec = entry.newest === undefined ? "no release" : `v${entry.newest}`;
  if (known !== undefined && newest < known)
    return [
      {
        verdict: "contradicts",
        message: `it is an older edition; sources.json has the source up to ${spec}`,
      },
    ];
  const subject: SpecSubject = { side: "release", path: formatRelease(newest) };
  return [
    { verdict: "new", subject, message: `is the newest release in the source; sources.json has ${spec}` },
  ];
}
