import type { JsonObject } from "../../base/json.js";

/** What recordings do not say by themselves. */
export interface TrafficReader {
  /** A shop's release by its subscription, as the user says; undefined if not. */
  readonly findRelease: (subscription: string) => string | undefined;
  /** The newest release that a request proves. */
  readonly proveRelease: (event: string, request: JsonObject) => string | undefined;
  readonly amounts: AmountReader;
  /** True to report short texts that repeat. */
  readonly showsValues: boolean;
}

/** Settings of a till that open questions are about, in all combinations. */
export interface AmountReader {
  readonly combinations: readonly Readonly<Record<string, string>>[];
  /** The indexes of those with which a request's amounts add up. Undefined if the request says nothing about them. */
  readonly listFitting: (event: string, request: JsonObject) => readonly number[] | undefined;
}
