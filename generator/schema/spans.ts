import { formatRelease } from "../time/release.js";
import { firstIn, goneIn, type Spans } from "../time/spans.js";
import type { SchemaObject } from "./dialect.js";

/** Since and until when something is there, as sentences; none where it always is. */
export function describeSpans(spans: Spans | undefined): readonly string[] {
  const [since, until] = [firstIn(spans), goneIn(spans)];
  return [
    ...(since === undefined ? [] : [`Since v${formatRelease(since)}.`]),
    ...(until === undefined ? [] : [`Gone since v${formatRelease(until)}.`]),
  ];
}

/** The same as `x-` keywords. */
export function noteSpans(spans: Spans | undefined): SchemaObject {
  const [since, until] = [firstIn(spans), goneIn(spans)];
  return {
    ...(since !== undefined && { "x-added-in": formatRelease(since) }),
    ...(until !== undefined && { "x-removed-in": formatRelease(until) }),
  };
}
