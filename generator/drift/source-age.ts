import type { SourceEntry } from "../contract/read/dialect.js";
import { quote } from "../base/text/quote.js";
import { formatRelease, parseRelease } from "../base/time/release.js";
import { isSameTitle } from "./reviews.js";
import type { DriftFinding, SourceContent, SpecSubject } from "./source-content.js";

/** What `sources.json` calls each kind of source. Nobody lists recordings there. */
const listedAs = { page: "vendor page", WSDL: "SOAP API", recording: undefined } as const;

/** Finds a source in `sources.json`: by what it calls itself, or else as the only one of its kind of which nobody knows what it calls itself. */
export function findSourceEntry(
  { kind, title }: Pick<SourceContent, "kind" | "title">,
  sources: readonly SourceEntry[],
): SourceEntry | undefined {
  const nameless = sources.filter((entry) => entry.kind === listedAs[kind] && entry.heading === undefined);
  const named = sources.find((entry) => isSameTitle(entry.heading ?? entry.title, title));
  return named ?? (nameless.length === 1 ? nameless[0] : undefined);
}

/** What a source says of its own age that `sources.json` does not. A spec may do without that file. */
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
        message: `it is an older edition: sources.json knows the source up to ${spec}`,
      },
    ];
  const subject: SpecSubject = { side: "release", path: formatRelease(newest) };
  return [
    { verdict: "new", subject, message: `is the newest that the source names; sources.json has ${spec}` },
  ];
}
