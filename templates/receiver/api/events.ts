/** The names of the events that have both a request and a response. */
export type EventName<Requests, Responses> = keyof Requests & keyof Responses & string;

/** What every report of the POS that it could not use an answer has. */
export interface ErrorReport {
  readonly error?: unknown;
  readonly original?: unknown;
}
