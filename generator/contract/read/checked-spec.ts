import { toRelease } from "./dialect.js";
import type { LinkedSpec } from "./link-spec.js";
import { defined } from "./values.js";

/** A spec in which lint found no error: what later phases read. Its files are complete, and every reference leads somewhere. */
export type CheckedSpec = Readonly<ReturnType<typeof toCheckedSpec>>;

/** The linked spec, read on the promise that lint has found no error in it. Only lint calls this, and tests of what comes after. */
export function toCheckedSpec(spec: LinkedSpec) {
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
    releases: spec.releases.map((entry) => ({ ...entry, release: toRelease(entry.release) })),
    examples: spec.examples
      .map(({ example, ...named }) => ({ ...example, ...named, release: toRelease(example.release) }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
    envelope: defined(spec.envelope, "lint lets no spec without an envelope pass"),
    sources: spec.sources?.sources ?? [],
    ...(beyond && { beyond: { ...beyond, from: toRelease(beyond.from), to: toRelease(beyond.to) } }),
  };
}
