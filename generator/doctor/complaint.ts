/** What is wrong with a server, for a person. */
export interface Complaint {
  /** Stable: the kind of fault, such as `redirect`. */
  readonly id: string;
  /** A sentence: what was seen, by its name. */
  readonly message: string;
  /** A sentence: what to do about it. */
  readonly change: string;
}

/** What a fault has to say in one case. */
export type Said = Omit<Complaint, "id">;

/** One kind of fault: when it is there, and what to say of it. */
export interface Fault<Evidence> {
  readonly id: string;
  readonly when: (seen: Evidence) => boolean;
  readonly say: (seen: Evidence) => Said;
}

/** The first fault of a list that is there. */
export function findFault<Evidence>(
  seen: Evidence,
  faults: readonly Fault<Evidence>[],
): Complaint | undefined {
  const fault = faults.find(({ when }) => when(seen));
  return fault && { id: fault.id, ...fault.say(seen) };
}
