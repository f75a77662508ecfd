/** What a change can mean to an integrator, gravest first. */
export const verdicts = ["breaking", "handle", "safe", "docs"] as const;
export type Verdict = (typeof verdicts)[number];

/** Whether a verdict is at least as grave as another. */
export const isAtLeast = (verdict: Verdict, limit: Verdict): boolean =>
  verdicts.indexOf(verdict) <= verdicts.indexOf(limit);
