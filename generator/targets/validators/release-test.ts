import type { Span as RuntimeSpan } from "../../../templates/validators/checks.js";
import { complement, type Span, type Spans } from "../../time/spans.js";
import { code, joinCode, type Code } from "../../text/code.js";

/**
 * Tests of the release of the shop that asked, which is in the variable `context`. Where that is unknown, every
 * release of the fleet has to agree; where `context.any` is set, a release that agrees is enough.
 */
const version = code`context.version`;

/** Tests whether the release lies outside these spans, or is unknown. */
export const isOutside = (spans: Spans): Code => code`!context.any && !(${isWithin(spans)})`;

/** Tests whether the release lies in one of these spans, or is unknown and so may lie in one. */
export const mayBeWithin = (spans: Spans): Code => code`!(${isWithin(complement(spans))})`;

/** Spans as the emitted code has them. */
export const toRuntimeSpans = (spans: Spans): readonly RuntimeSpan[] =>
  spans.map(({ from = null, until = null }) => [from, until]);

/** Tests whether the release is known and lies in one of these spans. */
export const isWithin = (spans: Spans): Code =>
  spans.length === 0 ? code`false` : joinCode(spans.map(isWithinSpan), " || ");

function isWithinSpan({ from, until }: Span): Code {
  if (from !== undefined && until !== undefined)
    return code`(${version} >= ${from} && ${version} < ${until})`;
  if (from !== undefined) return code`${version} >= ${from}`;
  return until === undefined ? code`${version} >= 0` : code`${version} < ${until}`;
}
