export interface WireRequest {
  readonly method: string;
  readonly path: string;
  /** In order and in the given spelling; names may repeat. Values are sent as UTF-8. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
  readonly framing: Framing;
}

/** `withheld` announces a length, but sends no body. */
export type Framing = "length" | "chunked" | "withheld";

/** The headers are those of the protocol. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** As text; {@link readAnswer} rejects bytes that are not UTF-8. */
  readonly body: string;
}
