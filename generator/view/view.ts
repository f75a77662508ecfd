import type { Aside, NumberLevel, PropertyPath, Prose, StandingModel } from "../model/model.js";
import type { TextFormat } from "../spec/dialect.js";
import type { Known } from "../time/history.js";
import type { Release } from "../time/release.js";
import type { Fleet } from "../time/fleet.js";
import type { Spans } from "../time/spans.js";

/**
 * How answers are typed: `safe` has only what every shop of the fleet takes; `gated` has what some shop takes,
 * and each answer is checked against the release of the shop that asked.
 */
export type ResponseMode = "safe" | "gated";

/**
 * The contract as one fleet sees it: what targets read. History has become plain statements here, so that no target
 * needs annotations.
 */
export interface View {
  readonly fleet: Fleet;
  readonly responseMode: ResponseMode;
  /** How 64-bit integers are held; undefined: as numbers. On the wire they are JSON numbers all the same. */
  readonly int64?: "bigint";
  readonly releases: readonly {
    readonly release: Release;
    readonly summary: string;
    readonly date?: string;
  }[];
  /** See `Known`. */
  readonly beyond?: NonNullable<Known["beyond"]>;
  readonly events: readonly EventView[];
  readonly errorRequest: ObjectView;
  readonly errorCodes: EnumView | undefined;
  /** What the requests of all events have in common, and the responses. */
  readonly commonRequest: ObjectView;
  readonly commonResponse: ObjectView;
  /** The answers that only some events take, as forbidden properties that all other events have. */
  readonly foreignAnswers: ObjectView;
  /** What the fleet leaves out, each once. */
  readonly omissions: readonly Omission[];
}

export interface EventView {
  readonly name: string;
  readonly prose: Prose;
  /** Set where not every shop of the fleet knows the event. */
  readonly exists?: Spans;
  readonly request: ObjectView;
  readonly response: ObjectView;
  /** See `EventModel`. */
  readonly takes: readonly StandingModel[];
  readonly ownObjects: readonly string[];
  readonly echoes: readonly PropertyPath[];
  readonly pollingOptional: boolean;
}

/** A named object type. All properties that hold the object share one view. */
export interface ObjectView {
  readonly name: string;
  readonly prose: Prose;
  readonly open: boolean;
  /** Set where not every shop of the fleet knows the object. */
  readonly exists?: Spans;
  readonly properties: readonly PropertyView[];
  /** Properties that the spec knows here but that this fleet cannot use. */
  readonly forbidden: readonly ForbiddenView[];
  /** Set for an object that one event has instead of this one: see `ObjectModel`. */
  readonly base?: ObjectView;
}

export interface PropertyView {
  readonly name: string;
  /** In requests: whether it is documented as required. */
  readonly required: boolean;
  readonly type: TypeView;
  readonly prose: Prose;
  /** Set where not every shop that knows the holder knows the property. */
  readonly exists?: Spans;
  readonly legacyNames: readonly string[];
  /** In requests: a value that does not fit is left out, because what the property holds is not documented. */
  readonly lenient?: true;
  /** In requests: the properties of its object may stand directly in its holder. */
  readonly inlined?: true;
  /** In gated answers: what depends on the release of the shop that asked. */
  readonly gate?: GateView;
}

/** See `Gate`. */
export interface GateView {
  readonly exists?: Spans;
  readonly required?: Spans;
  readonly eras?: readonly { readonly spans: Spans; readonly type: TypeView }[];
}

export interface ForbiddenView {
  readonly name: string;
  readonly reason: Reason;
}

/** Why something is not in the view. */
export type Reason =
  | { readonly kind: "added"; readonly release: Release }
  | { readonly kind: "removed"; readonly release: Release }
  | { readonly kind: "other-event"; readonly events: readonly string[] }
  | Aside
  | { readonly kind: "contradicted"; readonly basis: string }
  | { readonly kind: "nothing-common" }
  | { readonly kind: "no-safe-response" };

export interface Omission {
  /** `form`, `DialogAnswer.requireConfirmation`, `event printBill`, `FormFieldType "label"`. */
  readonly what: string;
  readonly reason: Reason;
}

/** Alternatives of different kinds, none where nothing fits; `unknown` is anything at all. */
export type TypeView = readonly KindView[] | "unknown";

export type KindView =
  | { readonly kind: "null" }
  | { readonly kind: "boolean" }
  | {
      readonly kind: "number";
      readonly level: NumberLevel;
      /** Set if code holds this as something else than a number. */
      readonly held?: "bigint";
      readonly minimum?: number;
      readonly maximum?: number;
    }
  | TextView
  | { readonly kind: "enum"; readonly enum: EnumView }
  | {
      readonly kind: "array";
      /** An empty list where nothing fits as an item. */
      readonly items: TypeView;
      readonly minItems?: number;
      readonly maxItems?: number;
    }
  | { readonly kind: "object"; readonly object: ObjectView };

export interface TextView {
  readonly kind: "text";
  readonly formats: readonly TextFormat[];
  readonly hint?: TextFormat;
  readonly minLength?: number;
  readonly maxLength?: number;
}

export interface EnumView {
  /** Undefined for an enum without a name, which is written out where it is used. */
  readonly name?: string;
  readonly prose: Prose;
  readonly open: boolean;
  readonly values: readonly EnumValueView[];
  readonly forbidden: readonly { readonly value: string; readonly reason: Reason }[];
}

/** An enum that has a declaration of its own. */
export interface NamedEnumView extends EnumView {
  readonly name: string;
}

export interface EnumValueView {
  readonly value: string;
  readonly description?: string;
  /** What to do about it. */
  readonly advice?: string;
  /** Set where not every shop of the fleet knows the value. */
  readonly since?: Release;
  /** In gated answers: when the value exists, where that is not always. */
  readonly exists?: Spans;
}
