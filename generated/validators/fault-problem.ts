// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { CheckContext } from "./compiled-check.js";
import type { Bound, ClosedObject, Fault, FaultKind, Forbidden, Span } from "./fault.js";
import { joinPointer } from "./json-pointer.js";
import { hasOwn } from "./own.js";
import { formatRelease } from "./release.js";
import type { Problem } from "./result.js";
import { suggest } from "./suggest.js";

/** What a compiled function found, in words. */
export function toProblem(fault: Fault, context: CheckContext): Problem {
  const problem = problemOf(fault, context);
  return fault.era ? withChange(problem, fault.era, context) : problem;
}

function problemOf(fault: Fault, context: CheckContext): Problem {
  const { path, kind, expected = "other", name = "", limit = 0 } = fault;
  switch (kind) {
    case "type":
      return told(path, "wrong-type", `must be ${expected}`);
    case "missing":
      return missingProperty(path, name);
    case "property not there":
    case "value not there":
    case "required there":
      return timedProblem(fault, context);
    case "unknown property":
      return unwantedProperty(path, name, fault.closed);
    case "value":
      return unwantedValue(fault);
    case "format":
      return told(path, "wrong-format", `is no ${expected}`);
    case "unsafe":
      return told(
        path,
        "unsafe-integer",
        "is beyond 2^53 - 1, so a JavaScript number cannot hold it exactly",
      );
    case "int64":
      return told(path, "wrong-type", `must be a 64-bit integer, as ${expected}`);
    case "nothing fits":
      return told(path, "nothing-fits", "must be left out: no value fits there");
    case "maxItems":
      return told(path, "too-many-items", `${bounds[kind]} ${limit}`);
    case "minimum":
    case "maximum":
    case "minLength":
    case "maxLength":
    case "minItems":
      return told(path, "out-of-bounds", `${bounds[kind]} ${limit}`);
  }
}

const told = (path: string, code: string, what: string): Problem => ({
  path,
  code,
  message: `${nameOf(path)} ${what}.`,
});

function unwantedValue({ path, expected = "other", name = "", forbidden }: Fault): Problem {
  const allowed = `${nameOf(path)} must be ${expected}`;
  if (!forbidden) return { path, code: "unknown-value", message: `${allowed}.` };
  const { reason, addedIn } = forbidden;
  return {
    path,
    code: "forbidden-value",
    message: `${JSON.stringify(name)} cannot be sent here (${reason}): ${allowed}.`,
    ...(addedIn !== undefined && { addedIn }),
  };
}

const missingProperty = (path: string, name: string): Problem => ({
  path: joinPointer(path, name),
  code: "missing-property",
  message: `"${name}" is missing${path === "" ? "" : ` in ${nameOf(path)}`}.`,
});

function unwantedProperty(parent: string, name: string, closed: ClosedObject | undefined): Problem {
  const path = joinPointer(parent, name);
  const forbidden = forbiddenIn(closed, name);
  if (forbidden) {
    const { reason, addedIn } = forbidden;
    const message = `"${name}" cannot be sent here (${reason}).`;
    return { path, code: "forbidden-property", message, ...(addedIn !== undefined && { addedIn }) };
  }
  const meant = suggest(name, knownOf(closed));
  const hint = meant === undefined ? "" : ` Did you mean "${meant}"?`;
  return { path, code: "unknown-property", message: `There is no property "${name}" here.${hint}` };
}

function forbiddenIn(closed: ClosedObject | undefined, name: string): Forbidden | undefined {
  if (closed === undefined) return undefined;
  return hasOwn.call(closed.forbidden, name) ? closed.forbidden[name] : forbiddenIn(closed.base, name);
}

const knownOf = (closed: ClosedObject | undefined): readonly string[] =>
  closed === undefined ? [] : [...knownOf(closed.base), ...closed.known];

/** What the release of a shop decides about. */
interface Timed extends Pick<Fault, "path" | "name" | "spans"> {
  readonly kind: FaultKind | "event not there";
}

/** Something that the release of the shop does not have yet, has no more, or needs. */
export function timedProblem({ path, kind, name = "", spans = [] }: Timed, context: CheckContext): Problem {
  const runs = shopOf(context);
  if (kind === "required there") {
    return {
      path: joinPointer(path, name),
      code: "missing-property",
      message: `"${name}" is missing, and ${runs}, which requires it.`,
    };
  }
  const code = `unsupported-${kind.replace(" not there", "")}`;
  const what = kind === "event not there" ? `The event \`${name}\`` : `\`${name}\``;
  const came = spans.map(([from]) => from).find((from) => from !== null && from > (context.version ?? -1));
  if (came !== undefined && came !== null) {
    const message = `${what} was added ${moment(came, context)}; ${runs}.`;
    return { path, code, message, addedIn: formatRelease(came) };
  }
  const gone = spans.flatMap(([, until]) => until ?? []).at(-1) ?? 0;
  return { path, code, message: `${what} was removed ${moment(gone, context)}; ${runs}.` };
}

/** What does not fit may fit another release, where the shape is another one. */
function withChange(problem: Problem, era: readonly Span[], context: CheckContext): Problem {
  const changes = era.flat().flatMap((release) => (release === null ? [] : [moment(release, context)]));
  const sentence = problem.message.replace(/\.$/, "");
  return {
    ...problem,
    message: `${sentence}; its shape changed ${changes.join(" and ")}, and ${shopOf(context)}.`,
  };
}

/** `in v59`; where shops run nothing between 48 and 59 it may have been one between: `by v59`. */
function moment(release: number, { fleet }: CheckContext): string {
  const endsGap = fleet?.spans.slice(1).some(([from]) => from === release) ?? false;
  return `${endsGap ? "by" : "in"} v${formatRelease(release)}`;
}

const shopOf = ({ release }: CheckContext): string =>
  release === undefined ? "the shop's release is not known" : `this shop runs v${withoutV(release)}`;

const withoutV = (release: string): string => release.replace(/^v/, "");

const bounds: Readonly<Record<Bound, string>> = {
  minimum: "must be at least",
  maximum: "must be at most",
  minLength: "must have a length of at least",
  maxLength: "must have a length of at most",
  minItems: "must have at least this number of items:",
  maxItems: "must have at most this number of items:",
};

const nameOf = (path: string): string =>
  path === "" ? "The body" : `"${path.slice(1).replaceAll("/", ".")}"`;
