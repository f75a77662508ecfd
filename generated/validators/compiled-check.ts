// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { toProblem } from "./fault-problem.js";
import type { Result } from "./result.js";

/** A function of `compiled/`: says whether a value fits, and leaves what does not in `errors`. */
export interface CompiledCheck {
  (this: CheckContext, value: unknown): boolean;
  errors?: readonly Fault[] | null;
}

/** For which shop a value is checked: `this` of a compiled function. */
export interface CheckContext {
  /** The shop's release as a number. Left out: every release has to agree. */
  readonly version?: number;
  /** The same as the user wrote it. */
  readonly shop?: string;
  /** Whether to pass what any release takes. */
  readonly any?: true;
}

/** What a compiled function found, in the terms of its schema. */
export interface Fault {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: {
    readonly type?: string;
    readonly missingProperty?: string;
    readonly property?: string;
    readonly closed?: ClosedObject;
    readonly values?: readonly string[];
    readonly forbidden?: Forbidden & { readonly name: string };
    readonly kinds?: readonly string[];
    readonly formats?: readonly string[];
    readonly comparison?: string;
    readonly limit?: number;
    readonly held?: "bigint" | "string";
    readonly bound?: "minimum" | "maximum";
    readonly name?: string;
    readonly spans?: readonly Span[];
  };
}

/** A stretch of releases: from the first one on, until before the second; null is open. */
export type Span = readonly [from: number | null, until: number | null];

/** What an object that we answer may hold, and what it may not although the spec knows it. */
export interface ClosedObject {
  readonly known: ReadonlySet<string>;
  readonly forbidden: ReadonlyMap<string, Forbidden>;
}

/** Why something that the spec knows may not be sent. */
export interface Forbidden {
  readonly reason: string;
  readonly addedIn?: string;
}

/** At most so many problems are reported of one value. */
const mostProblems = 100;

/** Runs a compiled function and says what it found in words. The value is returned as it came. */
export function toResult<T>(
  check: CompiledCheck,
  value: unknown,
  context: CheckContext = everyShop,
): Result<T> {
  if (check.call(context, value)) return { ok: true, value: value as T };
  const faults = (check.errors ?? []).filter(({ keyword }) => keyword !== "if");
  return { ok: false, problems: faults.slice(0, mostProblems).map((fault) => toProblem(fault, context)) };
}

const everyShop: CheckContext = {};
