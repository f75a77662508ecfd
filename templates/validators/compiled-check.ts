import { formatRelease } from "./release.js";
import type { Problem, Result } from "./result.js";
import { suggest } from "./suggest.js";

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
    readonly formats?: readonly string[];
    readonly comparison?: string;
    readonly limit?: number;
    readonly name?: string;
    readonly spans?: readonly Span[];
  };
}

/** A stretch of releases: from the first one on, until before the second; null is open. */
export type Span = readonly [from: number | null, until: number | null];

/** What an object that we answer may hold, and what it may not although the spec knows it. */
export interface ClosedObject {
  readonly known: ReadonlySet<string>;
  readonly forbidden: ReadonlyMap<string, { readonly reason: string; readonly addedIn?: string }>;
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

function toProblem(fault: Fault, context: CheckContext): Problem {
  const { instancePath: path, keyword, params } = fault;
  switch (keyword) {
    case "type":
      return {
        path,
        code: "wrong-type",
        message: `${nameOf(path)} must be ${article(params.type ?? "other")}.`,
      };
    case "required":
    case "requiredSpelling":
      return missingProperty(path, params.missingProperty ?? "");
    case "existsWhen":
    case "valueExistsWhen":
    case "requiredWhen":
      return timedProblem(fault, context);
    case "closed":
      return unwantedProperty(path, params.property ?? "", params.closed);
    case "values":
      return {
        path,
        code: "unknown-value",
        message: `${nameOf(path)} must be ${listOf(params.values ?? [])}.`,
      };
    case "formats":
      return {
        path,
        code: "wrong-format",
        message: `${nameOf(path)} is no ${(params.formats ?? []).join(" or ")}.`,
      };
    case "safeInteger":
      return {
        path,
        code: "unsafe-integer",
        message: `${nameOf(path)} is beyond 2^53 - 1, so a JavaScript number cannot hold it exactly.`,
      };
    case "maxItems":
      return {
        path,
        code: "too-many-items",
        message: `${nameOf(path)} ${boundOf(keyword, params.limit ?? 0)}.`,
      };
    default:
      return {
        path,
        code: "out-of-bounds",
        message: `${nameOf(path)} ${boundOf(keyword, params.limit ?? 0)}.`,
      };
  }
}

/** Something that the release of the shop does not have yet, has no more, or needs. */
function timedProblem({ instancePath, keyword, params }: Fault, context: CheckContext): Problem {
  const { name = "", spans = [] } = params;
  const path = keyword === "valueExistsWhen" ? instancePath : `${instancePath}/${escapeToken(name)}`;
  const runs =
    context.shop === undefined
      ? "the shop's release is not known"
      : `this shop runs v${withoutV(context.shop)}`;
  if (keyword === "requiredWhen") {
    return {
      path,
      code: "missing-property",
      message: `"${name}" is missing, and ${runs}, which requires it.`,
    };
  }
  const code = keyword === "existsWhen" ? "unsupported-property" : "unsupported-value";
  const came = spans.map(([from]) => from).find((from) => from !== null && from > (context.version ?? -1));
  if (came !== undefined && came !== null) {
    const addedIn = formatRelease(came);
    return { path, code, message: `\`${name}\` was added in v${addedIn}; ${runs}.`, addedIn };
  }
  const gone = spans.flatMap(([, until]) => until ?? []).at(-1);
  return { path, code, message: `\`${name}\` was removed in v${formatRelease(gone ?? 0)}; ${runs}.` };
}

const withoutV = (release: string): string => release.replace(/^v/, "");

const missingProperty = (path: string, name: string): Problem => ({
  path: `${path}/${escapeToken(name)}`,
  code: "missing-property",
  message: `"${name}" is missing${path === "" ? "" : ` in ${nameOf(path)}`}.`,
});

function unwantedProperty(parent: string, name: string, closed: ClosedObject | undefined): Problem {
  const path = `${parent}/${escapeToken(name)}`;
  const forbidden = closed?.forbidden.get(name);
  if (forbidden) {
    const { reason, addedIn } = forbidden;
    const message = `"${name}" cannot be sent here (${reason}).`;
    return { path, code: "forbidden-property", message, ...(addedIn !== undefined && { addedIn }) };
  }
  const meant = suggest(name, closed?.known ?? []);
  const hint = meant === undefined ? "" : ` Did you mean "${meant}"?`;
  return { path, code: "unknown-property", message: `There is no property "${name}" here.${hint}` };
}

function boundOf(keyword: string, limit: number): string {
  const words: Readonly<Record<string, string>> = {
    minimum: "must be at least",
    maximum: "must be at most",
    minLength: "must have a length of at least",
    maxLength: "must have a length of at most",
    minItems: "must have at least this number of items:",
    maxItems: "must have at most this number of items:",
  };
  return `${words[keyword] ?? "does not fit"} ${limit}`;
}

const nameOf = (path: string): string =>
  path === "" ? "The body" : `"${path.slice(1).replaceAll("/", ".")}"`;

const article = (type: string): string =>
  type === "null" ? "null" : `${/^[aeio]/.test(type) ? "an" : "a"} ${type === "integer" ? "integer" : type}`;

const listOf = (values: readonly string[]): string => {
  const quoted = values.map((value) => JSON.stringify(value));
  return quoted.length > 1 ? `one of ${quoted.join(", ")}` : quoted.join("");
};

const escapeToken = (token: string): string => token.replaceAll("~", "~0").replaceAll("/", "~1");
