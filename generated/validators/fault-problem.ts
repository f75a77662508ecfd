// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { CheckContext } from "./check-context.js";
import type { Bound, ClosedObject, Fault, FaultKind, Forbidden, Span } from "./fault.js";
import { joinPointer } from "./json-pointer.js";
import { hasOwn } from "./own.js";
import { formatRelease } from "./release.js";
import type { Problem } from "./result.js";
import { suggest } from "./suggest.js";

/** Describes a fault that a compiled check found. */
export function toProblem(fault: Fault, context: CheckContext): Problem {
  const problem = describeFault(fault, context);
  return fault.era ? withChange(problem, fault.era, context) : problem;
}

function describeFault(fault: Fault, context: CheckContext): Problem {
  const { path, kind, expected = "other", name = "", limit = 0 } = fault;
  switch (kind) {
    case "type":
      return describeValue(path, "wrong-type", `must be ${expected}`);
    case "missing":
      return describeMissing(path, name);
    case "property not there":
    case "value not there":
    case "required there":
      return describeTimed(fault, context);
    case "unknown property":
      return describeUnwantedProperty(path, name, fault.closed);
    case "value":
      return describeUnwantedValue(fault);
    case "format":
      return describeValue(path, "wrong-format", `is not a valid ${expected}`);
    case "unsafe":
      return describeValue(
        path,
        "unsafe-integer",
        "is beyond 2^53 - 1, so a JavaScript number cannot hold it exactly",
      );
    case "int64":
      return describeValue(path, "wrong-type", `must be a 64-bit integer, as ${expected}`);
    case "nothing fits":
      return describeValue(path, "nothing-fits", "must be left out: no value fits there");
    case "maxItems":
      return describeValue(path, "too-many-items", `${bounds[kind]} ${limit}`);
    case "minimum":
    case "maximum":
    case "minLength":
    case "maxLength":
    case "minItems":
      return describeValue(path, "out-of-bounds", `${bounds[kind]} ${limit}`);
  }
}

const describeValue = (path: string, code: string, what: string): Problem => ({
  path,
  code,
  message: `${nameValue(path)} ${what}.`,
});

function describeUnwantedValue({ path, expected = "other", name = "", forbidden }: Fault): Problem {
  const allowed = `${nameValue(path)} must be ${expected}`;
  if (!forbidden) return { path, code: "unknown-value", message: `${allowed}.` };
  const { reason, addedIn } = forbidden;
  return {
    path,
    code: "forbidden-value",
    message: `${JSON.stringify(name)} cannot be sent here (${reason}): ${allowed}.`,
    ...(addedIn !== undefined && { addedIn }),
  };
}

const describeMissing = (path: string, name: string): Problem => ({
  path: joinPointer(path, name),
  code: "missing-property",
  message: `"${name}" is missing${path === "" ? "" : ` in ${nameValue(path)}`}.`,
});

function describeUnwantedProperty(parent: string, name: string, closed: ClosedObject | undefined): Problem {
  const path = joinPointer(parent, name);
  const forbidden = findForbidden(closed, name);
  if (forbidden) {
    const { reason, addedIn } = forbidden;
    const message = `"${name}" cannot be sent here (${reason}).`;
    return { path, code: "forbidden-property", message, ...(addedIn !== undefined && { addedIn }) };
  }
  const meant = suggest(name, listKnown(closed));
  const hint = meant === undefined ? "" : ` Did you mean "${meant}"?`;
  return { path, code: "unknown-property", message: `There is no property "${name}" here.${hint}` };
}

function findForbidden(closed: ClosedObject | undefined, name: string): Forbidden | undefined {
  if (closed === undefined) return undefined;
  return hasOwn.call(closed.forbidden, name) ? closed.forbidden[name] : findForbidden(closed.base, name);
}

const listKnown = (closed: ClosedObject | undefined): readonly string[] =>
  closed === undefined
    ? []
    : [...listKnown(closed.base).filter((name) => !hasOwn.call(closed.forbidden, name)), ...closed.known];

/** Something that depends on the release of a shop. */
interface Timed extends Pick<Fault, "path" | "name" | "spans"> {
  readonly kind: FaultKind | "event not there";
}

/** Describes something that the shop's release does not have yet, has no longer, or requires. */
export function describeTimed({ path, kind, name = "", spans = [] }: Timed, context: CheckContext): Problem {
  const runs = describeShop(context);
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
    const message = `${what} was added ${formatWhen(came, context)}; ${runs}.`;
    return { path, code, message, addedIn: formatRelease(came) };
  }
  const gone = spans.flatMap(([, until]) => until ?? []).at(-1) ?? 0;
  return { path, code, message: `${what} was removed ${formatWhen(gone, context)}; ${runs}.` };
}

/** Adds when the shape of the property changed: the value may fit the shape of another release. */
function withChange(problem: Problem, era: readonly Span[], context: CheckContext): Problem {
  const changes = era.flat().flatMap((release) => (release === null ? [] : [formatWhen(release, context)]));
  const sentence = problem.message.replace(/\.$/, "");
  return {
    ...problem,
    message: `${sentence}; its shape changed ${changes.join(" and ")}, and ${describeShop(context)}.`,
  };
}

/** `in v59`; after a gap in the fleet `by v59`, as the change may have come with a release in the gap. */
function formatWhen(release: number, { fleet }: CheckContext): string {
  const endsGap = fleet?.spans.slice(1).some(([from]) => from === release) ?? false;
  return `${endsGap ? "by" : "in"} v${formatRelease(release)}`;
}

const describeShop = ({ release }: CheckContext): string =>
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

/** A value by its path, as a sentence names it. */
export const nameValue = (path: string): string =>
  path === "" ? "The body" : `"${path.slice(1).replaceAll("/", ".")}"`;
