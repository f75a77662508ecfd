/**
 * One property through time, on both sides. `required` is whether the newest release requires it; a row says
 * what the request (join) and the response (meet) of a range make of it.
 */
export interface ViewCase {
  readonly name: string;
  readonly shape: Readonly<Record<string, unknown>>;
  readonly required?: boolean;
  readonly common?: Readonly<Record<string, Record<string, unknown>>>;
  readonly want: Readonly<Record<string, { readonly ping: string; readonly pong: string }>>;
}

/** The property is not in the view. */
export const gone = "(nothing)";
/** The object that has the property is not in the view. */
export const none = "(not there)";

export const text = { type: "string" };
