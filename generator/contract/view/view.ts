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
 * The typing of answers. `safe` allows only what every shop of the fleet accepts. `gated` allows what some shop
 * accepts, and checks each answer against the release of the requesting shop.
 */
export type ResponseMode = "safe" | "gated";

/**
 * The contract as one fleet sees it, for targets. History is resolved into plain facts, so no target reads
 * annotations.
 */
export interface View extends Pick<Model, "releases" | "beyond"> {
  readonly fleet: Fleet;
  readonly responseMode: ResponseMode;
  readonly events: readonly EventView[];
  readonly errorRequest: ObjectView;
  readonly errorCodes: EnumView | undefined;
  /** The properties that the requests, and the responses, of all events share. */
  readonly commonRequest: ObjectView;
  readonly commonResponse: ObjectView;
  /** Forbids event-specific answers for every event that does not accept them. */
  readonly foreignAnswers: ObjectView;
  readonly omissions: readonly Omission[];
}

export interface EventView extends Pick<
  EventModel,
  "name" | "prose" | "takes" | "ownObjects" | "echoes" | "pollingOptional"
> {
  /** Set if not every shop of the fleet knows the event. */
  readonly exists?: Spans | undefined;
  readonly request: ObjectView;
  readonly response: ObjectView;
}

/** A named object type. All properties of this type share one view. */
export interface ObjectView {
  readonly name: string;
  readonly prose: Prose;
  readonly open: boolean;
  /** Set if not every shop of the fleet knows the object. */
  readonly exists?: Spans | undefined;
  readonly properties: readonly PropertyView[];
  /** Properties of the object that the spec has but this fleet cannot use. */
  readonly forbidden: readonly ForbiddenView[];
  /** Set for an event's variant of an object: the object that other events have. */
  readonly base?: ObjectView | undefined;
}

export interface PropertyView extends Pick<PropertyModel, "name" | "prose" | "legacyNames"> {
  /** In requests: true if it is documented as required. */
  readonly required: boolean;
  readonly type: TypeView;
  /** Set if not every shop that knows the parent knows the property. */
  readonly exists?: Spans | undefined;
  /** In requests: an invalid value is ignored, because no source documents the type. */
  readonly lenient?: boolean;
  /** In requests: its object's properties may also be placed directly in its parent. */
  readonly inlined?: boolean;
  /** In gated answers: the rules that depend on the requesting shop's release. */
  readonly gate?: GateView | undefined;
}

/** Rules that depend on the release. They are checked when an answer is sent. */
export interface GateView {
  /** The releases that have the property; undefined if it exists as long as its object. */
  readonly exists?: Spans | undefined;
  /** The releases that require it; undefined if all or none do. `required` of the property says which. */
  readonly required?: Spans | undefined;
  /** Its types, if they differ between releases. */
  readonly eras?: readonly { readonly spans: Spans; readonly type: TypeView }[] | undefined;
}

export interface ForbiddenView {
  readonly name: string;
  readonly reason: Reason;
}

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

/** At most one alternative of each kind; empty if no value is valid; `unknown` is any value. */
export type TypeView = readonly KindView[] | "unknown";

export type KindView =
  | { readonly kind: "null" }
  | { readonly kind: "boolean" }
  | NumberView
  | TextView
  | { readonly kind: "enum"; readonly enum: EnumView }
  | {
      readonly kind: "array";
      /** Empty if no item is valid. */
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
  /** Undefined for an unnamed enum, which is written inline. */
  readonly name?: string | undefined;
  readonly prose: Prose;
  readonly open: boolean;
  readonly values: readonly EnumValueView[];
  readonly forbidden: readonly { readonly value: string; readonly reason: Reason }[];
}

export type NamedEnumView = EnumView & { readonly name: string };

export interface EnumValueView extends Omit<EnumValueModel, "exists"> {
  /** Set if not every shop of the fleet knows the value. */
  readonly since?: Release | undefined;
  /** In gated answers: the releases that have the value, if not all. */
  readonly exists?: Spans | undefined;
}
