import { formatRelease, type Release } from "../time/release.js";
import type { Spans } from "../time/spans.js";

/** When something is there, in a few words: `since v20, removed in v30, again since v40`; empty for always. */
export function describeSpans(spans: Spans): string {
  if (spans.length === 0) return "in no known release";
  return spans
    .flatMap(({ from, until }, i) => [
      ...told(i === 0 ? "since" : "again since", from),
      ...told("removed in", until),
    ])
    .join(", ");
}

const told = (words: string, release: Release | undefined): string[] =>
  release === undefined ? [] : [`${words} v${formatRelease(release)}`];
