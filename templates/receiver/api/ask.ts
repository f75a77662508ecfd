import type { ExactPart } from "./exact.js";

/**
 * Asks the user of the POS. The protocol has no memory: an answer with a dialog or form ends the round, and the same
 * event comes again with what the user chose. So the handler runs from its top in every round: an answered question
 * returns its answer, and the first unanswered one ends the round. What must happen once (a booking, say) belongs after
 * the last question, and which questions are asked must not depend on chance or time.
 */
export interface Ask<Request, Response, Event extends string = string, Reasons = unknown> {
  /**
   * Shows a dialog; resolves, in a later round, to what the user selected.
   * @param beside What else to answer while the dialog is shown.
   */
  dialog<Written>(
    dialog: ExactPart<Written, Part<Response, "dialog">, "dialog", Event, Reasons>,
    beside?: Beside<Response>,
  ): Promise<Part<Request, "dialog">>;
  /** Shows a form, recognised by its `id`; resolves, in a later round, to what the user filled in. */
  form<Written>(
    form: ExactPart<Written, Part<Response, "form">, "form", Event, Reasons>,
    beside?: Beside<Response>,
  ): Promise<Part<Request, "form">>;
}

/** The kinds of questions; the request has the answer under the name that the question has in the response. */
export type QuestionKind = "dialog" | "form";

/** The type of a property; never if the type does not have the property, or forbids it. */
export type Part<T, Name extends QuestionKind> =
  T extends Readonly<Partial<Record<Name, infer Value>>> ? NonNullable<Value> : never;

/** A response without its questions. */
export type Beside<Response> = Omit<Response, QuestionKind>;
