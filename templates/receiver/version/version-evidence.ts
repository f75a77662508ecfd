/** Which releases added what to the requests; a release is a number, see `formatRelease` in the validators. */
export interface VersionEvidence {
  readonly events: Readonly<Record<string, EventEvidence>>;
  /** The parts that any event may have. */
  readonly envelope: ObjectEvidence;
  /** By the names of their types. */
  readonly objects: Readonly<Record<string, ObjectEvidence>>;
}

/** The release that added an event, and what its own properties prove. */
export interface EventEvidence {
  readonly since?: number;
  readonly properties?: ObjectEvidence;
}

/** What the properties of an object prove, by their names. */
export type ObjectEvidence = Readonly<Record<string, PartEvidence>>;

/** What a property or an item proves. */
export interface PartEvidence {
  /** The release that added it, if its object is older and did not take it before. */
  readonly since?: number;
  /** The name of its type, if it is an object. */
  readonly object?: string;
  readonly items?: PartEvidence;
  /** The releases that added values of its enum. */
  readonly values?: Readonly<Record<string, number>>;
}
