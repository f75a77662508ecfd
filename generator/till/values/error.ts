/** What a till cannot do: a call that its release, its screen or its settings do not allow. */
export class TillError extends Error {
  override readonly name = "TillError";
  /**
   * `not there`: its release, or its product, does not do this, so that nothing can be learnt from trying. `misuse`: the call
   * is at fault.
   */
  readonly kind: "not there" | "misuse";

  constructor(kind: TillError["kind"], message: string) {
    super(message);
    this.kind = kind;
  }
}
