/** A part of a request that the releases of the fleet do not have. */
export interface UnknownPart {
  readonly subscriptionId: string;
  readonly eventName: string;
  /** JSON Pointer to it. */
  readonly path: string;
  /** The release that added it, if the spec knows it. */
  readonly addedIn: string | undefined;
  /** "added in v59.3.4, above your fleet", "not in the spec". */
  readonly message: string;
  /** How often this subscription has sent it, this time included. All items of a list count as one. */
  readonly count: number;
}
