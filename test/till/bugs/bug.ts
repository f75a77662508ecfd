import type { JsonObject } from "../../../generator/base/json.js";
import type { TillSettings } from "../../../generator/till/engine/till.js";

/** A mistake that an integration may make. It is seeded into what the example sends, as if the example made it. */
export interface Bug {
  /** What the integration does. */
  readonly name: string;
  /** The built-in scenario that finds it. */
  readonly scenario: string;
  /** What the till is set to. */
  readonly settings?: Partial<TillSettings>;
  /** The event whose answers have it. Default: every one. */
  readonly at?: string;
  /** Another answer, signed as it should be. */
  readonly answer?: (answer: JsonObject, asked: Asked) => unknown;
  /** Another reply, as it goes over the wire; undefined: none ever comes. */
  readonly reply?: (reply: WireReply, asked: Asked) => WireReply | undefined;
  /** What the till says of it. */
  readonly says: string;
}

/** What an answer is for. */
export interface Asked {
  readonly event: string;
  readonly request: JsonObject;
  /** How many requests for the same event came before. */
  readonly before: number;
}

/** A reply before it is sent. */
export interface WireReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
