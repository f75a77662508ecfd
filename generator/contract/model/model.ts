import type {
  Erratum,
  Note,
  Provenance,
  ProductEntry,
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

/** The contract with its whole history, as plain data; some of it as the spec has it. No code after the model reads an `x-` keyword. */
export interface Model extends Pick<
  CheckedSpec,
  "releases" | "examples" | "questions" | "sources" | "synonyms" | "keywords" | "beyond"
> {
  /** Every release at which some shape changes, ascending. */
  readonly changes: readonly Release[];
  readonly events: readonly EventModel[];
  /** What any event may carry, and be answered with; each event's request and response have these parts too. */
  readonly envelope: EnvelopeModel;
  /** Every answer there is, in reading order, and the events that alone may give it (undefined: any). */
  readonly answers: readonly AnswerModel[];
  readonly errorRequest: ObjectModel;
  /** How the POS asks again and again, if it does: where the first boolean is true in a request, until the second is true in an answer. */
  readonly polling: Readonly<Record<"asks" | "ends", PropertyPath>> | undefined;
  /** The events that a new project begins with, unless its user names others. */
  readonly startWith: readonly string[];
  readonly errorCodes: EnumModel | undefined;
  readonly flows: readonly FlowModel[];
  readonly tasks: readonly TaskModel[];
  /** What a shop fills in to have events sent; undefined if the spec does not say. */
  readonly subscription: SubscriptionModel | undefined;
  /** Words of the vendor's, or of the trade. */
  readonly glossary: readonly (TermEntry & { readonly see: readonly string[] })[];
  readonly products: readonly ProductModel[];
}

export type ReleaseModel = CheckedSpec["releases"][number];

export type EnvelopeModel = Readonly<Record<Direction, ObjectModel>>;

/** Who produces a body: the POS a request, the integrator a response. */
export type Direction = "request" | "response";

/** A property of an object that a request carries, or that an answer has. */
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
  /** How well it is known that it takes each answer there is. */
  readonly takes: readonly StandingModel[];
  /** The objects that its requests must carry, without those of the envelope and those marked `x-context`. */
  readonly ownObjects: readonly string[];
  /** Properties of its objects that the answer's object of the same name repeats. */
  readonly echoes: readonly PropertyPath[];
  /** Whether the POS waits for the answer whatever the subscription says. */
  readonly alwaysBlocking: boolean;
  /** Whether an answer may leave out `polling` even if the request asked for it. */
  readonly pollingOptional: boolean;
  /** Why it is in no flow. */
  readonly freeStanding: string | undefined;
  /** What a till does before it sends the event, in this order. */
  readonly till: readonly TillActModel[];
  /** What its handler answers in a new project. */
  readonly start: StartModel | undefined;
}

export interface TillActModel {
  readonly act: TillActName;
  /** The part of the request that it is about. */
  readonly at?: PropertyPath | undefined;
}

export interface StartModel {
  readonly answer: StartAnswer;
  /** The text of the request by which the handler looks something up, and where what it finds goes in the answer. */
  readonly lookUp?: { readonly by: PropertyPath; readonly finds: PropertyPath } | undefined;
}

export interface AnswerModel {
  readonly property: PropertyModel;
  readonly onlyFor: readonly string[] | undefined;
}

/** How well it is known that an event takes an answer, or that a product sends an event or takes an answer. */
export interface StandingModel extends StandingEntry {
  /** The event or the answer. */
  readonly name: string;
  /** What a product does not fill in an event. */
  readonly unfilled?: readonly string[];
}

/** A program that sends events. */
export interface ProductModel extends Omit<ProductEntry, "sends" | "takes"> {
  /** Every event there is. */
  readonly sends: readonly StandingModel[];
  /** Every answer there is. */
  readonly takes: readonly StandingModel[];
}

/** The texts and remarks of a part of the contract, for people. */
export interface Prose {
  readonly description: string;
  readonly deprecated?:
    { readonly since?: Release | undefined; readonly replacedBy?: string | undefined } | undefined;
  readonly notes: readonly Note[];
  readonly setting?: string | undefined;
  readonly provenance?: Provenance | undefined;
  readonly errata: readonly Erratum[];
}

/** An object of the spec. One instance for each file or titled object, however many refer to it. */
export interface ObjectModel {
  readonly title: string;
  /** Where the spec says it. */
  readonly place: SourceLocation;
  readonly prose: Prose;
  readonly open: boolean;
  readonly properties: readonly PropertyModel[];
  /** Properties that the object has in the answers to other events only. */
  readonly limited?: readonly LimitedModel[];
  /** Set for an object as one event has it: the object that other events have in its place. */
  readonly base?: ObjectModel;
}

/** A property that an answer has for some events only. */
export interface LimitedModel {
  readonly property: PropertyModel;
  readonly events: readonly string[];
  /** How many properties of all events stand before it. */
  readonly after: number;
}

/** Why something is in no view although the spec describes it. */
export type Exclusion =
  /** The vendor has announced it for no release yet. */
  | { readonly kind: "planned" }
  /** It was seen somewhere, and the vendor does not document it for the till. */
  | { readonly kind: "seen"; readonly where: string };

export interface PropertyModel {
  readonly name: string;
  /** Where the spec says it; of what stands at the root of a body, the file of the object. */
  readonly place: SourceLocation;
  readonly exists: Spans;
  /** Undefined for what belongs to the contract. */
  readonly exclusion?: Exclusion | undefined;
  readonly prose: Prose;
  /** When its holder must have it. */
  readonly required: Spans;
  /** Events that may lack it nevertheless, and what says so. */
  readonly optionalFor?: Readonly<Record<string, string>> | undefined;
  /** Its types through time, the newest last. */
  readonly eras: readonly { readonly exists: Spans; readonly type: TypeModel }[];
  readonly legacyNames: readonly string[];
  readonly undocumented: DocumentationGap;
  /** Whether the properties of its object may stand directly in its holder, in requests. */
  readonly inlined: boolean;
}

/**
 * What of a property no vendor page says, so that no request is refused over it: nothing, that it is required, or what it
 * holds, and with that whether it is required.
 */
export type DocumentationGap = "nothing" | "required" | "shape";

/** Alternatives of different kinds (strings may stand there twice, with formats that differ). */
export type TypeModel = readonly AlternativeModel[];

export interface AlternativeModel {
  /** The spans of the file, if a `$ref` led to one. */
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
      /** Where the spec says what the items are. */
      readonly place: SourceLocation;
      readonly minItems?: number | undefined;
      readonly maxItems?: number | undefined;
    }
  | { readonly kind: "object"; readonly object: ObjectModel };

/** From narrow to wide: every number of a level belongs to the next one too. */
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
  /** Values that were seen somewhere, and that the vendor does not document for the till. */
  readonly seen?: readonly { readonly value: string; readonly where: string }[];
}

export interface EnumValueModel {
  readonly value: string;
  readonly exists: Spans;
  readonly description?: string | undefined;
  /** What to do about it. */
  readonly advice?: string | undefined;
}
