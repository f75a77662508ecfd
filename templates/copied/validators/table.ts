// The form of `contract.ts`: what the spec says for one fleet, as plain JSON. docs/contract-table.md explains it.

export interface Contract {
  readonly fleet: Fleet;
  readonly events: Readonly<Record<string, EventRow>>;
  /** The object that the requests of all events share. */
  readonly commonRequest: string;
  /** The object with which the POS reports an answer that it could not use. */
  readonly errorRequest: string;
  readonly objects: Readonly<Record<string, ObjectRow>>;
  readonly enums: Readonly<Record<string, EnumRow>>;
}

export interface Fleet {
  /** In words: `48 to the latest`, `48 and 59`. */
  readonly label: string;
  readonly spans: readonly Span[];
}

/** Releases such as `59.3.2`: from the first up to but not including the second; null is an open end. */
export type Span = readonly [from: string | null, until: string | null];

export interface EventRow {
  readonly request: string;
  readonly answer: string;
  /** The objects that only requests of this event have, or those of its flow. */
  readonly own?: readonly string[] | undefined;
  /** Set if not every shop of the fleet has the event. */
  readonly exists?: readonly Span[] | undefined;
  /** A shop that sends the event runs this release or a later one. */
  readonly proves?: string | undefined;
  /** The POS repeats the event by design, so each repeat is handled and no answer needs `polling`. */
  readonly repeated?: true | undefined;
  /** No answer needs `polling`, even if the request has `eventPolling`. */
  readonly endsItself?: true | undefined;
  /** An object and the property that the answer must repeat in its object of the same name. */
  readonly echo?: readonly [object: string, property: string] | undefined;
}

export interface ObjectRow {
  /** An earlier object, whose properties this one has, too. They are checked first. */
  readonly base?: string | undefined;
  /** Any property is allowed. In requests, that is so of every object. */
  readonly open?: true | undefined;
  /** A property with nothing but a type is the name of the type. */
  readonly properties: Readonly<Record<string, PropertyRow | string>>;
  /** In answers: properties that the spec has, but that must not be sent. */
  readonly forbidden?: Readonly<Record<string, Forbidden>> | undefined;
}

export interface Forbidden {
  readonly reason: string;
  readonly addedIn?: string | undefined;
}

export interface PropertyRow {
  /** Missing only if no shop of the fleet has the property: then nothing is checked. */
  readonly type?: TypeRow | undefined;
  readonly required?: true | undefined;
  /** Older names. A request's property is read as if it had the newest. */
  readonly spellings?: readonly string[] | undefined;

  // In requests.

  /** A value that does not fit is left out, because no source describes the type. */
  readonly lenient?: true | undefined;
  /** The properties of its object may stand in the parent instead. */
  readonly inlined?: true | undefined;
  /** A shop that sends the property runs this release or a later one. */
  readonly proves?: string | undefined;
  /** The same, by value of the enum. */
  readonly valuesProve?: Readonly<Record<string, string>> | undefined;
  /** What is inside proves nothing, because the release of its shape is uncertain. */
  readonly guessed?: true | undefined;
  /** Set if no release of the fleet has the property. */
  readonly outside?: OutsideFleet | undefined;
  /** The object inside, over all releases, if `type` does not say it; null if it may be anything. */
  readonly holds?: string | null | undefined;

  // In gated answers: what depends on the release of the shop.

  /** The releases that have the property. */
  readonly exists?: readonly Span[] | undefined;
  /** The releases that require it. */
  readonly requiredIn?: readonly Span[] | undefined;
  /** Its types by release; `type` allows what any of them allows. */
  readonly eras?: readonly EraRow[] | undefined;
}

export interface EraRow {
  readonly spans: readonly Span[];
  readonly type: TypeRow;
}

/** Exactly one of: added after the fleet, removed before it, announced, or only seen somewhere. */
export interface OutsideFleet {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly planned?: true | undefined;
  readonly seen?: string | undefined;
}

/** One kind of value, or a list of alternatives, each of another JSON type. If the list is empty, no value fits. */
export type TypeRow = KindRow | readonly KindRow[];

/** `any`, `null`, `boolean`, `number`, `integer` or `string`; the name of an object or an enum; or a row with more. */
export type KindRow = string | ScalarRow | ListRow | EnumRow;

/** A text's length is in code points. */
export interface ScalarRow extends Limits {
  readonly type: "number" | "integer" | "string";
  /** A text must have one of these. In answers only. */
  readonly formats?: readonly Format[] | undefined;
}

export type Format = "date" | "date-time" | "uri" | "uuid";

export interface ListRow extends Limits {
  readonly items: TypeRow;
}

export interface EnumRow {
  readonly values: readonly string[];
  /** Values that the spec has, but that must not be sent. */
  readonly forbidden?: Readonly<Record<string, Forbidden>> | undefined;
  /** The releases of values that not every shop of the fleet has. */
  readonly exists?: Readonly<Record<string, readonly Span[]>> | undefined;
}

/** As in JSON Schema. */
export type Limits = Readonly<
  Partial<Record<"minimum" | "maximum" | "minLength" | "maxLength" | "minItems" | "maxItems", number>>
>;
