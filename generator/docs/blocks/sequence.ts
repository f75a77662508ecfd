/** Who talks to whom, in order: what a sequence diagram shows. No text is escaped. */
export interface Sequence {
  /** What the diagram shows, for readers who cannot see it. */
  readonly title: string;
  readonly steps: readonly SequenceStep[];
}

/** A request goes from the POS to the partner, an answer back; a frame holds steps that are repeated, or optional. */
export type SequenceStep =
  | { readonly kind: "request" | "answer" | "note"; readonly text: string }
  | { readonly kind: "loop" | "opt"; readonly text: string; readonly steps: readonly SequenceStep[] };

/** The two lifelines. */
export const participants = { pos: "POS", partner: "You" } as const;
