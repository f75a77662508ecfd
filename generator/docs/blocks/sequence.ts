/** Who talks to whom, in order: what a sequence diagram shows. No text is escaped. */
export interface Sequence {
  /** What the diagram shows, for readers who cannot see it. */
  readonly title: string;
  readonly steps: readonly SequenceStep[];
}

export type SequenceStep = SequenceMessage | SequenceFrame | SequenceChoice;

/** A request goes from the POS to the partner, an answer back; a call is a request of the partner's own. */
export interface SequenceMessage {
  readonly kind: "request" | "answer" | "call" | "note";
  readonly text: string;
}

/** Steps that are repeated, or optional. */
export interface SequenceFrame {
  readonly kind: "loop" | "opt";
  readonly text: string;
  readonly steps: readonly SequenceStep[];
}

/** Ways to go on, one of which is taken. One without steps goes on below. */
export interface SequenceChoice {
  readonly kind: "alt";
  readonly branches: readonly SequenceBranch[];
}

export interface SequenceBranch {
  readonly text: string;
  readonly steps: readonly SequenceStep[];
}

/** The two lifelines. */
export const participants = { pos: "POS", partner: "You" } as const;
