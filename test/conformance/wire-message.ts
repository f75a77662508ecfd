/** A request as the till sends it. */
export interface WireRequest {
  readonly method: string;
  /** The target of the request line, as written there. */
  readonly path: string;
  /** In order and in the given spelling; one name may come twice. A value is sent as UTF-8. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
  readonly framing: Framing;
}

/** How a body is sent: with its length, in chunks, or not at all although its length was sent. */
export type Framing = "length" | "chunked" | "withheld";

/** An answer: its status, the headers of the protocol, and its whole body. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** As text; {@link readAnswer} refuses bytes that are not UTF-8. */
  readonly body: string;
}
