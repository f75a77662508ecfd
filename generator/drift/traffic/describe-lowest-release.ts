import { listWords } from "../../text/words.js";
import { quote } from "../../text/quote.js";
import { formatRelease } from "../../time/release.js";
import type { LowestRelease } from "./lowest-release.js";

/** The most parts that are named. */
const mostParts = 3;

/** What a recording tells of the releases of the shops, and of the flags to use, in sentences. */
export function describeLowestRelease(lowest: LowestRelease): readonly string[] {
  return lowest.side === "request" ? describeRequests(lowest) : describeAnswers(lowest);
}

function describeRequests(lowest: LowestRelease): readonly string[] {
  const { release, until, isOne } = lowest;
  const before = until === undefined ? "" : `, and older than v${formatRelease(until)}`;
  if (release === undefined)
    return [
      until === undefined
        ? "Every release sends such requests: they do not tell which one a shop runs."
        : `The requests are of a release older than v${formatRelease(until)}.`,
    ];
  const version = formatRelease(release);
  const found = isOne
    ? `The requests are of v${version} or later${before}: ${describeEvidence(lowest)}.`
    : `No release sends all of these requests, so they are of several shops. One runs v${version} or later: ${describeEvidence(lowest)}.`;
  return [
    found,
    `So --max-version has to be ${version} at least. Requests do not tell --min-version: an older shop sends nothing that a newer one does not send, too. ${
      isOne
        ? `If all are of one shop, the \`version\` of its subscription is ${version} at least.`
        : "Record each shop by itself to know its release."
    }`,
  ];
}

function describeAnswers(lowest: LowestRelease): readonly string[] {
  const { release, isOne } = lowest;
  if (release === undefined) return [];
  const version = `v${formatRelease(release)}`;
  const needed = isOne ? "The answers need" : "No release takes all of the answers, and some of them need";
  return [
    `${needed} ${version} or later: ${describeEvidence(lowest)}. You sent them, so they do not tell what the shops run.`,
  ];
}

/** The parts that need the latest release, without those in one of them; those that a source dates come first. */
function describeEvidence({ evidence }: LowestRelease): string {
  const parts = evidence
    .filter((each) => each.release === evidence[0]?.release)
    .sort((a, b) => Number(b.isSure) - Number(a.isSure));
  const isSure = new Map(parts.map((part) => [part.claim.subject.path, part.isSure]));
  const paths = [...isSure.keys()].filter((path) => !listHolders(path).some((holder) => isSure.has(holder)));
  const named = paths
    .slice(0, mostParts)
    .map((path) => `${quote(path)}${isSure.get(path) === true ? "" : " (its release is inferred)"}`);
  const more = paths.length - named.length;
  return listWords([...named, ...(more > 0 ? [`${more} more`] : [])], "and");
}

/** The paths of the objects and arrays that a part is in: of `a[].b` those are `a[]` and `a`. */
const listHolders = (path: string): readonly string[] =>
  Array.from(path, (sign, index) => (sign === "." || sign === "[" ? path.slice(0, index) : "")).filter(
    Boolean,
  );
