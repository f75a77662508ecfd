/** The spec's files as they are written: the dialect of `spec/README.md`, after the meta-schemas accepted it. */

/** How a claim is known, and what it rests on. */
export interface Provenance {
  readonly kind: "documented" | "observed" | "inferred" | "assumed";
  /** What of the part it speaks of. Left out: its existence, and with it everything else. */
  readonly of?: readonly ("existence" | "shape" | "required" | "release")[];
  readonly basis: string;
}

/**
 * How well it is known that something works, best first. `seen`: in another interface of the vendor's. `unknown`: no source says
 * so. `contradicted`: a source says that it does not.
 */
export const standings = ["documented", "seen", "unknown", "contradicted"] as const;
export type Standing = (typeof standings)[number];

/** A standing, and what it rests on. */
export interface StandingEntry {
  readonly standing: Standing;
  readonly basis: string;
}

/** Whether a product sends some events. */
export interface SendsEntry extends StandingEntry {
  readonly events: readonly string[];
  /** Parts of these events that the product does not fill. Whether they are absent, null or empty is not known. */
  readonly unfilled?: readonly string[];
}

/** Whether an event, or a product, takes some answers. */
export interface TakesEntry extends StandingEntry {
  readonly answers: readonly string[];
}

export interface Erratum {
  readonly id: string;
  readonly says: string;
  readonly reading: string;
}

export interface Note {
  readonly since?: string;
  readonly text: string;
  readonly provenance?: Provenance;
}

/** Annotations that may stand on anything that has dates of its own. */
export interface Annotations {
  readonly description?: string;
  readonly "x-added-in"?: string;
  readonly "x-removed-in"?: string;
  readonly "x-deprecated-in"?: string;
  readonly "x-replaced-by"?: string;
  readonly "x-planned"?: boolean;
  /** Where it was seen, if the vendor does not document it for the till. */
  readonly "x-seen"?: string;
  readonly "x-notes"?: readonly Note[];
  readonly "x-setting"?: string;
  readonly "x-provenance"?: Provenance;
  readonly "x-erratum"?: Erratum | readonly Erratum[];
}

export type TypeName = "object" | "array" | "string" | "number" | "integer" | "boolean" | "null";

/** The formats that a text may have. */
export type TextFormat = "date" | "date-time" | "uri" | "uuid";

/** A shape: what a value may be. Every property, item, alternative and object file is one. */
export interface Shape extends Annotations {
  readonly title?: string;
  readonly type?: TypeName | readonly TypeName[];
  readonly $ref?: string;
  readonly anyOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly enum?: readonly string[];
  readonly format?: TextFormat | "int64";
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly "x-includes"?: readonly string[];
  readonly "x-open"?: boolean;
  /** The object accompanies an event, and is not what the event is about. */
  readonly "x-context"?: boolean;
  /** The property repeats the one of its name in the request's object of the same name. */
  readonly "x-echo"?: boolean;
  /** The events for whose answers alone the property is. */
  readonly "x-only-for"?: readonly string[];
  /** The events whose requests may lack the property although it is required, and what says so. */
  readonly "x-optional-for"?: Readonly<Record<string, string>>;
  readonly "x-enum-added-in"?: Readonly<Record<string, string>>;
  readonly "x-enum-removed-in"?: Readonly<Record<string, string>>;
  readonly "x-enum-descriptions"?: Readonly<Record<string, string>>;
  readonly "x-enum-advice"?: Readonly<Record<string, string>>;
  /** Values that are not in `enum`, and where each was seen. */
  readonly "x-enum-seen"?: Readonly<Record<string, string>>;
  readonly "x-format-hint"?: TextFormat;
  readonly "x-required-since"?: string | readonly string[];
  readonly "x-optional-since"?: string | readonly string[];
  readonly "x-was"?: readonly { readonly until: string; readonly schema: Shape }[];
  readonly "x-legacy-names"?: readonly string[];
  /** The properties of this property's object were also seen directly in the object that holds it. */
  readonly "x-inlined"?: boolean;
}

/** An entry of `carries` or `answers`: an object of the event, with annotations of its own. */
export interface Carried extends Annotations {
  readonly required?: boolean;
  readonly "x-required-since"?: string | readonly string[];
  readonly "x-optional-since"?: string | readonly string[];
}

export interface EventFile extends Annotations {
  readonly carries?: Readonly<Record<string, Carried>>;
  readonly answers?: Readonly<Record<string, Carried>>;
  /** What is known of answers with this event, where it is not what the lists of answers say. */
  readonly takes?: readonly TakesEntry[];
  /** Why nobody knows of the other common answers whether the event takes them. */
  readonly unknownBecause?: string;
  readonly blocking?: "always" | "chosen";
  readonly polling?: "optional" | "required";
  /** Why it is in no flow. */
  readonly freeStanding?: string;
  /** What a till does before it sends the event, in this order. */
  readonly till?: readonly TillActFile[];
  readonly start?: StartFile;
}

export interface TillActFile {
  readonly act: TillActName;
  /** Pointer to the part of the request that it is about. */
  readonly at?: string;
}

/** What there is to do at a till; the till on the desk knows how. */
export type TillActName =
  | "openSale"
  | "putLine"
  | "changeLine"
  | "takeLine"
  | "setRelation"
  | "goToPayment"
  | "leavePayment"
  | "pay"
  | "payOutside"
  | "wantOut"
  | "endSale"
  | "recallSale"
  | "scan";

/** What the handler of the event answers in a new project. */
export interface StartFile {
  readonly answer: StartAnswer;
  /** Pointers to a text in the request, and to what the handler finds by it and answers. */
  readonly lookUp?: { readonly by: string; readonly finds: string };
}

/** Objects of an answer, by their names, with their properties. */
export type StartAnswer = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export interface EnvelopeFile {
  readonly description: string;
  readonly carries: Readonly<Record<string, Carried>>;
  readonly answers: Readonly<Record<string, Carried>>;
  /** What is known of answers with every event that does not say otherwise. */
  readonly takes?: readonly TakesEntry[];
  readonly errorRequest: string;
  /** Pointers to two booleans: true in a request, the POS polls; true in the answer, it stops. */
  readonly polling?: { readonly asks: string; readonly ends: string };
  /** What holds the samples of a flow together. */
  readonly story?: StoryFile;
  /** Names that every event, or every error request, has, and no answer may have. */
  readonly onlyInRequests?: readonly string[];
  /** The events that a new project begins with, unless its user names others. */
  readonly startWith?: readonly string[];
}

/** How the requests and answers of one story go together; pointers have `*` for each item of a list. */
export interface StoryFile {
  /** Pointers to what rises from one request to the next. */
  readonly rises: readonly string[];
  /** Pointer to what says whether the POS waits for the answer. */
  readonly blocking: string;
  /** Values at one place of a body that are values of another: of the request that an answer is to, or of an answer before. */
  readonly refers: readonly StoryReference[];
}

export interface StoryReference {
  readonly body: SampleBodyName;
  readonly at: string;
  readonly to: string;
}

export interface ReleaseEntry {
  readonly release: string;
  readonly summary: string;
  readonly date?: string;
}

/** What the spec rests on. */
export interface SourcesFile {
  readonly sources: readonly SourceEntry[];
  /** Releases that exist, and that no source describes. */
  readonly seenBeyond?: {
    readonly from: string;
    readonly to: string;
    readonly of: string;
    readonly basis: string;
  };
}

export interface SourceEntry {
  readonly title: string;
  /** What the source calls itself, where that is something else: what `drift` knows it by. */
  readonly heading?: string;
  readonly kind: "vendor page" | "release notes" | "SOAP API" | "public receiver" | "guide";
  readonly where?: string;
  /** The date or edition that it gives itself. */
  readonly stated?: string;
  /** The newest release of the POS that it names. */
  readonly newest?: string;
  /** When it was read last. */
  readonly read?: string;
  readonly covers: string;
}

/** What no source answers. */
export interface QuestionEntry {
  readonly id: string;
  readonly question: string;
  readonly known?: string;
  readonly findOut: string;
  /** Titles of types, their properties, events, and objects that events carry or are answered with. */
  readonly about?: readonly string[];
  /** What samples may not show, as it would answer the question. */
  readonly samples?: readonly OpenInSamples[];
}

/** A place in bodies where no sample has a value, unless no value of another place is any but this one, or it is shown as open. */
export interface OpenInSamples {
  readonly body: SampleBodyName;
  /** Left out: all. */
  readonly events?: readonly string[];
  /** A pointer, with `*` for each item of a list, or each property. */
  readonly at: string;
  /** `at` may begin with `..`, from the value that was found; `body` is left out for the same body. */
  readonly unless?: {
    readonly body?: SampleBodyName;
    readonly at: string;
    readonly is: number | string | boolean;
  };
  /** True: samples cannot do without it, and say beside it that the question is open. */
  readonly shown?: boolean;
}

export type SampleBodyName = "request" | "response";

/** Whose a sample is. */
export type SampleSource = "vendor" | "receiver" | "composed";

export interface ExampleFile {
  readonly description: string;
  /** Left out: composed. */
  readonly source?: SampleSource;
  readonly release: string;
  readonly request?: unknown;
  readonly response?: unknown;
  readonly errorRequest?: unknown;
}

/** A word of the vendor's, or of the trade. */
export interface TermEntry {
  readonly term: string;
  readonly dutch?: string;
  readonly meaning: string;
  /** Whose word it is. Left out: the vendor's. */
  readonly whose?: "trade" | "ours";
  readonly provenance?: Provenance;
  /** Titles of types, and events. */
  readonly see?: readonly string[];
}

/** A word of the pages, and what people type who mean it: Dutch words, and other English ones. */
export interface SynonymEntry {
  readonly word: string;
  readonly typed: readonly string[];
}

export interface GlossaryFile {
  readonly terms: readonly TermEntry[];
  readonly synonyms?: readonly SynonymEntry[];
}

/** A program that sends events. */
export interface ProductEntry {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** By what the requests show that it sent them, as far as that is known. */
  readonly productName?: string;
  /** Of the events that it sends. */
  readonly sends: readonly SendsEntry[];
  /** Of the answers that it takes, whatever the event. */
  readonly takes: readonly TakesEntry[];
}
