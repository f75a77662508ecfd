import { quote } from "../../text/quote.js";
import { formatRelease } from "../../time/release.js";
import type { SourceKind } from "../reading.js";
import { findLatest, type Facts } from "./facts.js";

/** What each kind of source has to say of a part. */
const words: Readonly<Record<SourceKind, (title: string) => string>> = {
  definitions: (title) => `The vendor's page${title} names it`,
  "release notes": (title) => `The vendor's release notes${title} name it`,
  WSDL: (title) => `The WSDL${title} has it`,
  traffic: () => "Recorded bodies have it",
};

/** What a part rests on: its source, the place in it and the release, in our words, without a full stop. */
export function describeSource(facts: Facts): string {
  const { kind, place } = facts;
  const since = findLatest(facts);
  const name = words[kind](place.title === "" ? "" : ` ${quote(place.title)}`);
  const release = since === undefined ? "" : ` for ${formatRelease(since)}`;
  return `${name}${release} (line ${place.line})`;
}
