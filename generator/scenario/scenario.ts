import type { Position } from "../problem/problem.js";
import type { EventSetUp, Fault } from "../till/api/till.js";
import type { Json, JsonObject } from "../json.js";
import type { TillSettings } from "../till/api/settings.js";

/** What a till is to do, and what is to come of it. Any text in it may still hold `${…}`. */
export interface Scenario {
  readonly name: string;
  /** The file that it was read from, as the user named it. */
  readonly file: string;
  readonly description?: string;
  /** What an integration has to do for it to pass. */
  readonly needs?: string;
  readonly release?: string;
  readonly product?: string;
  readonly events?: Readonly<Record<string, EventSetUp>>;
  readonly settings?: Partial<TillSettings>;
  readonly values: JsonObject;
  readonly steps: readonly Step[];
  /** Whether it is the beginning of a longer one: then it may end in the midst of something. */
  readonly isCut?: boolean;
}

export interface Step {
  /** Where it stands in its file; undefined if it never was in one. */
  readonly position?: Position;
  /** What it does, in a few words: `choose Large`. */
  readonly title: string;
  readonly action: Action;
  /** The name under which the answer is remembered. */
  readonly as?: string;
  /** What is held of it, with the parts of the answer among it. */
  readonly expect?: JsonObject;
  /** The whole answer. */
  readonly exactly?: Json;
}

/** An event, or something that a user of the till does. */
export type Action =
  | { readonly kind: "event"; readonly event: string; readonly parts: JsonObject; readonly fault?: Fault }
  | { readonly kind: "choose"; readonly options: Json }
  | { readonly kind: "fill"; readonly values: JsonObject }
  | { readonly kind: "scan"; readonly code: string; readonly codeType?: string }
  | { readonly kind: "cancel" }
  | { readonly kind: "wait"; readonly duration: number };
