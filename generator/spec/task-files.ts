import type { Provenance } from "./dialect.js";

/** What somebody wants from the till. The handler lies beside it, in a file of the same name. */
export interface TaskFile {
  readonly title: string;
  readonly description: string;
  readonly flow: string;
  /** What else its handler is started with, to try it out: `NAME=value`. */
  readonly environment?: readonly string[];
  readonly test: readonly string[];
  /** Ids of open questions. */
  readonly unknown?: readonly string[];
}

/** What a shop fills in to have events sent. */
export interface SubscriptionsFile {
  readonly description: string;
  readonly where: { readonly menu: string; readonly meaning: string; readonly notes?: readonly string[] };
  /** What a shop must have beforehand. */
  readonly needs?: readonly { readonly text: string; readonly provenance: Provenance }[];
  readonly settings: readonly SettingEntry[];
}

export interface SettingEntry {
  readonly id: string;
  /** What there is one of the setting for. */
  readonly of: "subscription" | "event" | "codeTrigger" | "pos";
  readonly name: string;
  readonly description: string;
  readonly choose: string;
  /** Whether shop and developer both have to know it, and whether others may. */
  readonly share?: "openly" | "secretly";
  /** What readers ask that this setting is the answer to. */
  readonly question?: string;
  readonly added?: string;
  /** Ids of open questions. */
  readonly unknown?: readonly string[];
  readonly provenance: Provenance;
}
