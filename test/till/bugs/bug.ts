import type { JsonObject } from "../../../generator/base/json.js";
import type { TillSettings } from "../../../generator/till/engine/till.js";

/** A mistake in an integration, simulated by changing the example's responses. */
export interface Bug {
  readonly name: string;
  readonly scenario: string;
  readonly settings?: Partial<TillSettings>;
  /** Default: every event. */
  readonly at?: string;
  /** Changes the answer, which is then signed correctly. */
  readonly answer?: (answer: JsonObject, asked: Asked) => unknown;
  /** Changes the response on the wire. Undefined if there is never a response. */
  readonly reply?: (reply: WireReply, asked: Asked) => WireReply | undefined;
  readonly says: string;
}

export interface Asked {
  readonly event: string;
  readonly request: JsonObject;
  /** Number of earlier requests for the same event. */
  readonly before: number;
}

export interface WireReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
