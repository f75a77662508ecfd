import type {
  Exclusion,
  EnumValueModel,
  EventModel,
  KindModel,
  Model,
  PropertyModel,
  Prose,
} from "../model/model.js";
import type { TextFormat } from "../read/dialect.js";
import type { Release } from "../../base/time/release.js";
import type { Coverage, Fleet } from "../../base/time/fleet.js";
import type { Spans } from "../../base/time/spans.js";

/**
 * How answers are typed: `safe` has only what every shop of the fleet takes; `gated` has what some shop takes,
 * and each answer is checked against the release of the shop that asked.
 */
export type ResponseMode = "safe" | "gated";

/**
 * The contract as one fleet sees it: what targets read. History has become plain statements here, so that no target
 * needs annotations.
 */
export interface View extends Pick<Model, "releases" | "beyond"> {
  readonly fleet: Fleet;
  readonly responseMode: ResponseMode;
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

export interface EventView extends Pick<
  EventModel,
  "name" | "prose" | "takes" | "ownObjects" | "echoes" | "pollingOptional"
> {
  /** Set where not every shop of the fleet knows the event. */
  readonly exists?: Spans | undefined;
  readonly request: ObjectView;
  readonly response: ObjectView;
}

/** A named object type. All properties that hold the object share one view. */
export interface ObjectView {
  readonly name: string;
  readonly prose: Prose;
  readonly open: boolean;
  /** Set where not every shop of the fleet knows the object. */
  readonly exists?: Spans | undefined;
  readonly properties: readonly PropertyView[];
  /** Properties that the spec knows here but that this fleet cannot use. */
  readonly forbidden: readonly ForbiddenView[];
  /** Set for an object that one event has instead of this one: see `ObjectModel`. */
  readonly base?: ObjectView | undefined;
}

export interface PropertyView extends Pick<PropertyModel, "name" | "prose" | "legacyNames"> {
  /** In requests: whether it is documented as required. */
  readonly required: boolean;
  readonly type: TypeView;
  /** Set where not every shop that knows the holder knows the property. */
  readonly exists?: Spans | undefined;
  /** In requests: a value that does not fit is left out, because what the property holds is not documented. */
  readonly lenient?: boolean;
  /** In requests: the properties of its object may stand directly in its holder. */
  readonly inlined?: boolean;
  /** In gated answers: what depends on the release of the shop that asked. */
  readonly gate?: GateView | undefined;
}

/** What about a property of an answer depends on the release: it is checked when the answer is sent. */
export interface GateView {
  /** When the property exists; undefined: as long as its object. */
  readonly exists?: Spans | undefined;
  /** When it is required; undefined: always or never, as the view says. */
  readonly required?: Spans | undefined;
  /** Its types, if they differ between releases. */
  readonly eras?: readonly { readonly spans: Spans; readonly type: TypeView }[] | undefined;
}

export interface ForbiddenView {
  readonly name: string;
  readonly reason: Reason;
}

/** Why something is not in the view. */
export type Reason =
  | { readonly kind: "added" | "removed"; readonly release: Release; readonly coverage: Coverage }
  | { readonly kind: "other-event"; readonly events: readonly string[] }
  | Exclusion
  | { readonly kind: "contradicted"; readonly basis: string }
  | { readonly kind: "nothing-common" }
  | { readonly kind: "no-safe-response" };

export interface Omission {
  /** `form`, `DialogAnswer.requireConfirmation`, `event printBill`, `FormFieldType "label"`. */
  readonly what: string;
  readonly reason: Reason;
}

/** Alternatives, at most one of each kind, none where nothing fits; `unknown` is anything at all. */
export type TypeView = readonly KindView[] | "unknown";

export type KindView =
  | { readonly kind: "null" }
  | { readonly kind: "boolean" }
  | NumberView
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

export type NumberView = Extract<KindModel, { kind: "number" }>;

export interface TextView {
  readonly kind: "text";
  readonly formats: readonly TextFormat[];
  readonly hint?: TextFormat | undefined;
  readonly minLength?: number;
  readonly maxLength?: number;
}

export interface EnumView {
  /** Undefined for an enum without a name, which is written out where it is used. */
  readonly name?: string | undefined;
  readonly prose: Prose;
  readonly open: boolean;
  readonly values: readonly EnumValueView[];
  readonly forbidden: readonly { readonly value: string; readonly reason: Reason }[];
}

/** An enum that has a declaration of its own. */
export type NamedEnumView = EnumView & { readonly name: string };

export interface EnumValueView extends Omit<EnumValueModel, "exists"> {
  /** Set where not every shop of the fleet knows the value. */
  readonly since?: Release | undefined;
  /** In gated answers: when the value exists, where that is not always. */
  readonly exists?: Spans | undefined;
}
