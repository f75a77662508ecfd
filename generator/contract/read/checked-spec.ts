import { isAddition, noAdditions } from "./additions.js";
import { toRelease, type ReleaseEntry } from "./dialect.js";
import type { LinkedSpec } from "./link-spec.js";
import type { Release } from "../../base/time/release.js";
import { defined } from "./values.js";

/** A spec without lint errors, for later phases. Its files are complete, and no reference dangles. */
export type CheckedSpec = Readonly<ReturnType<typeof toCheckedSpec>>;

export interface ReleaseModel extends Omit<ReleaseEntry, "release"> {
  readonly release: Release;
  /** True if no source describes it: only recordings show it, or the user added it to the spec. */
  readonly isObserved?: true;
}

/** Converts a linked spec in which lint found no errors. Only lint and tests of later phases call this. */
export function toCheckedSpec(spec: LinkedSpec, additions = noAdditions) {
  const { events, shapes, origins, flows, tasks, handlers } = spec;
  const { subscriptions, glossary, synonyms, keywords, products, questions } = spec;
  const beyond = spec.sources?.seenBeyond;
  return {
    events,
    shapes,
    origins,
    flows,
    tasks,
    handlers,
    subscriptions,
    glossary,
    synonyms,
    keywords,
    products,
    questions,
    additions,
    releases: spec.releases.map((entry): ReleaseModel => ({
      ...entry,
      release: toRelease(entry.release),
      ...((isAddition(entry) || entry.observed) && { isObserved: true }),
    })),
    examples: spec.examples
      .map(({ example, ...named }) => ({ ...example, ...named, release: toRelease(example.release) }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
    envelope: defined(spec.envelope, "lint rejects a spec without an envelope"),
    sources: spec.sources?.sources ?? [],
    ...(beyond && { beyond: { ...beyond, from: toRelease(beyond.from), to: toRelease(beyond.to) } }),
  };
}
