import type { Claim, Sentence, Subject } from "../claim.js";
import type { SourceKind } from "../reading.js";
import type { ReviewedClaim, ReviewedSentence } from "../../spec/dialect.js";

/**
 * What became of a claim, or of a sentence without one. The first four are quiet: nobody has to do anything.
 *
 * - `agrees`: the spec says the same.
 * - `erratum`: the spec knows that the source is wrong there.
 * - `reviewed`: a person has seen the difference, and wrote down why it may stay.
 * - `no claim`: a person has read the sentence, and it says nothing that the spec has a keyword for.
 * - `new`: the spec does not have it yet.
 * - `contradicts`: the spec says something else.
 * - `vanished`: the spec has it, or a person reviewed it, and the source no longer says it.
 * - `unread`: no reader understood it.
 */
export type Verdict = (typeof verdicts)[number];

/** The verdicts after which there is something to do, in the order of the reports. */
export const loudVerdicts = ["new", "contradicts", "vanished", "unread"] as const;

export type LoudVerdict = (typeof loudVerdicts)[number];

export const verdicts = ["agrees", "erratum", "reviewed", "no claim", ...loudVerdicts] as const;

/** Whether there is something to do after a verdict. */
export const isLoud = (verdict: Verdict): verdict is LoudVerdict =>
  loudVerdicts.some((loud) => loud === verdict);

/** One claim, or one sentence, with its verdict. */
export interface Finding {
  readonly verdict: Verdict;
  /** What differs, in our words; quotes names and values of the source, never its sentences. */
  readonly message: string;
  readonly subject?: Subject;
  /** The name of the claim that differs, or that the source no longer makes, by which a review knows it. */
  readonly name?: string;
  readonly claim?: Claim;
  /** Undefined for what has vanished. */
  readonly sentence?: Sentence;
  /** Its hash, by which a review knows it. */
  readonly hash?: string;
  readonly reviewed?: ReviewedClaim | ReviewedSentence;
}

/** The findings of one source. */
export interface Judged {
  readonly kind: SourceKind;
  readonly title: string;
  readonly file: string;
  /** What `x-seen` calls the source, if something may be seen there. */
  readonly seenAs?: string;
  readonly findings: readonly Finding[];
}
