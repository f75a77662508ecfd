import { complement, type Spans } from "../../time/spans.js";
import type { Code } from "./statements.js";

/**
 * Tests of the release of the shop that asked, as the variable `context` tells it. Without a release every one of the
 * fleet has to agree; with `any` an answer is held against the type as a whole.
 */
const version = "context.version";

/** Whether the release lies outside these spans, or is not known. */
export const isNotIn = (spans: Spans): Code => `!context.any && !(${inSpans(spans)})`;

/** Whether the release lies in one of the spans, or is not known and so has to agree with all of them. */
export const mayBeIn = (spans: Spans): Code => `!(${inSpans(complement(spans))})`;

export const spansLiteral = (spans: Spans): Code =>
  `[${spans.map(({ from = null, until = null }) => `[${from}, ${until}]`).join(", ")}]`;

/** No release lies in no span. */
function inSpans(spans: Spans): Code {
  const tests = spans.map(({ from, until }) => {
    if (from !== undefined && until !== undefined) return `(${version} >= ${from} && ${version} < ${until})`;
    if (from !== undefined) return `${version} >= ${from}`;
    return until === undefined ? `${version} >= 0` : `${version} < ${until}`;
  });
  return tests.join(" || ") || "false";
}
