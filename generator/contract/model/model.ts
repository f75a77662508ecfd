import type {
  Erratum,
  Note,
  Provenance,
  ProductEntry,
  QuestionEntry,
  StandingEntry,
  TermEntry,
  StartAnswer,
  TillActName,
  TextFormat,
} from "../read/dialect.js";
import type { SourceLocation } from "../../base/problem/problem.js";
import type { CheckedSpec } from "../read/checked-spec.js";
import type { Release } from "../../base/time/release.js";
import type { Spans } from "../../base/time/spans.js";
import type { FlowModel, SubscriptionModel, TaskModel } from "./flow-model.js";

/** The contract with its whole history, as plain data. No code after the model reads an `x-` keyword. */
export interface Model extends Pick<
  CheckedSpec,
  "releases" | "examples" | "questions" | "sources" | "synonyms" | "keywords" | "beyond"
> {
  /** Every release that changes a shape, ascending. */
  readonly changes: readonly Release[];
  readonly events: readonly EventModel[];
  /** The objects that any event may have in its request or answer. The bodies of each event include them. */
  readonly envelope: EnvelopeModel;
  /** In reading order, each with the only events that accept it (undefined: all). */
  readonly answers: readonly AnswerModel[];
  readonly errorRequest: ObjectModel;
  /**
   * The properties for polling: the POS repeats a request whose first boolean is true until an answer sets the
   * second boolean. Undefined if the POS never polls.
   */
  readonly polling: Readonly<Record<"asks" | "ends", PropertyPath>> | undefined;
  readonly startWith: readonly string[];
  readonly errorCodes: EnumModel | undefined;
  readonly flows: readonly FlowModel[];
  readonly tasks: readonly TaskModel[];
  readonly subscription: SubscriptionModel | undefined;
  /** Terms of the vendor or the trade. */
  readonly glossary: readonly (TermEntry & { readonly see: readonly string[] })[];
  readonly products: readonly ProductModel[];
}

export type { ReleaseModel } from "../read/checked-spec.js";

export type EnvelopeModel = Readonly<Record<Direction, ObjectModel>>;

/** The sender of a body: the POS sends requests, the integrator responses. */
export type Direction = "request" | "response";

export interface PropertyPath {
  readonly object: string;
  readonly property: string;
}

export interface EventModel {
  readonly name: string;
  readonly exists: Spans;
  readonly prose: Prose;
  readonly request: ObjectModel;
  readonly response: ObjectModel;
  readonly takes: readonly StandingModel[];
  /** The objects that its requests must have, except those of the envelope and those marked `x-context`. */
  readonly ownObjects: readonly string[];
  /** Properties of its objects that the answer's object of the same name repeats. */
  readonly echoes: readonly PropertyPath[];
  /** True if the POS waits for the answer, whatever the subscription says. */
  readonly alwaysBlocking: boolean;
  /** True if an answer may omit `polling` even if the request asked for it. */
  readonly pollingOptional: boolean;
  /** The reason why no flow includes the event. */
  readonly freeStanding: string | undefined;
  readonly till: readonly TillActModel[];
  readonly start: StartModel | undefined;
}

export interface TillActModel {
  readonly act: TillActName;
  /** The property that the answer is about. */
  readonly at?: PropertyPath | undefined;
}

export interface StartModel {
  readonly answer: StartAnswer;
  /** The request property that the handler looks something up by, and the answer property for the result. */
  readonly lookUp?: { readonly by: PropertyPath; readonly finds: PropertyPath } | undefined;
}

export interface AnswerModel {
  readonly property: PropertyModel;
  readonly onlyFor: readonly string[] | undefined;
}

/** The evidence that an event accepts an answer, or that a product sends an event or accepts an answer. */
export interface StandingModel extends StandingEntry {
  readonly name: string;
  /** The properties that a product leaves empty in an event. */
  readonly unfilled?: readonly string[];
}

export interface ProductModel extends Omit<ProductEntry, "sends" | "takes"> {
  readonly sends: readonly StandingModel[];
  readonly takes: readonly StandingModel[];
}

export interface Prose {
  readonly description: string;
  readonly deprecated?:
    { readonly since?: Release | undefined; readonly replacedBy?: string | undefined } | undefined;
  readonly notes: readonly Note[];
  readonly setting?: string | undefined;
  readonly provenance?: Provenance | undefined;
  readonly errata: readonly Erratum[];
  /** The open questions about it. */
  readonly questions: readonly QuestionEntry[];
  /** True if the user added it to the spec. */
  readonly isAddition?: true;
}

/** One instance exists per file or titled object. */
export interface ObjectModel {
  readonly title: string;
  readonly place: SourceLocation;
  readonly prose: Prose;
  readonly open: boolean;
  readonly properties: readonly PropertyModel[];
  /** Properties that the object has only in answers to other events. */
  readonly limited?: readonly LimitedModel[];
  /** For an event's variant of an object: the object that other events have instead. */
  readonly base?: ObjectModel;
}

export interface LimitedModel {
  readonly property: PropertyModel;
  readonly events: readonly string[];
  /** The number of shared properties before it. */
  readonly after: number;
}

/** The reason why no view has something that the spec describes. */
export type Exclusion =
  /** The vendor has announced it, but for no release yet. */
  | { readonly kind: "planned" }
  /** It was seen somewhere, but the vendor does not document it for the POS. */
  | { readonly kind: "seen"; readonly where: string };

export interface PropertyModel {
  readonly name: string;
  /** Its place in the spec; for an object at the root of a body, its file. */
  readonly place: SourceLocation;
  readonly exists: Spans;
  readonly exclusion?: Exclusion | undefined;
  readonly prose: Prose;
  readonly required: Spans;
  /** Events that may omit a required property anyway, with the source. */
  readonly optionalFor?: Readonly<Record<string, string>> | undefined;
  /** Its types over time, newest last. */
  readonly eras: readonly { readonly exists: Spans; readonly type: TypeModel }[];
  readonly legacyNames: readonly string[];
  readonly undocumented: DocumentationGap;
  /** True if requests may have the properties of its object directly in its parent. */
  readonly inlined: boolean;
}

/**
 * The facts about a property that no vendor page documents. A request that contradicts them is not rejected.
 * `required`: whether the property is required. `shape`: its type, too.
 */
export type DocumentationGap = "nothing" | "required" | "shape";

/** The alternatives differ in kind, except that two strings may differ in format. */
export type TypeModel = readonly AlternativeModel[];

export interface AlternativeModel {
  /** The spans of the file that a `$ref` refers to, if there is one. */
  readonly exists: Spans;
  readonly kind: KindModel;
}

export type KindModel =
  | { readonly kind: "null" }
  | { readonly kind: "boolean" }
  | {
      readonly kind: "number";
      readonly level: NumberLevel;
      readonly minimum?: number | undefined;
      readonly maximum?: number | undefined;
    }
  | StringModel
  | {
      readonly kind: "array";
      readonly items: TypeModel;
      readonly place: SourceLocation;
      readonly minItems?: number | undefined;
      readonly maxItems?: number | undefined;
    }
  | { readonly kind: "object"; readonly object: ObjectModel };

/** From narrow to wide: each level includes the previous one. */
export type NumberLevel = "integer" | "int64" | "number";

export interface StringModel {
  readonly kind: "string";
  readonly format?: TextFormat | undefined;
  readonly formatHint?: TextFormat | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly enum?: EnumModel | undefined;
}

export interface EnumModel {
  readonly title?: string | undefined;
  readonly prose: Prose;
  readonly open: boolean;
  readonly values: readonly EnumValueModel[];
  /** Values that were seen somewhere, but that the vendor does not document for the POS. */
  readonly seen?: readonly { readonly value: string; readonly where: string }[];
}

export interface EnumValueModel {
  readonly value: string;
  readonly exists: Spans;
  readonly description?: string | undefined;
  readonly advice?: string | undefined;
  /** True if the user added it to an enum of the spec. */
  readonly isAddition?: true;
}
