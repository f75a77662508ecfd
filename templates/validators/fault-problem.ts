import type { CheckContext, ClosedObject, Fault } from "./compiled-check.js";
import type { Problem } from "./result.js";
import { suggest } from "./suggest.js";
import { toTimedProblem } from "./timed-problem.js";

/** What a compiled function found, in words. */
export function toProblem(fault: Fault, context: CheckContext): Problem {
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
      return toTimedProblem(fault, context);
    case "closed":
      return unwantedProperty(path, params.property ?? "", params.closed);
    case "values":
      return unwantedValue(path, params);
    case "kinds": {
      const expected = (params.kinds ?? []).map(article).join(" or ");
      return { path, code: "wrong-type", message: `${nameOf(path)} must be ${expected}.` };
    }
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
    case "int64":
      return int64Problem(path, params);
    case "false schema":
      return {
        path,
        code: "nothing-fits",
        message: `${nameOf(path)} must be left out: no value fits there.`,
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

function int64Problem(path: string, { held, bound, limit = 0 }: Fault["params"]): Problem {
  if (bound !== undefined)
    return { path, code: "out-of-bounds", message: `${nameOf(path)} ${boundOf(bound, limit)}.` };
  const form = held === "bigint" ? "a bigint" : "a string of its digits";
  return { path, code: "wrong-type", message: `${nameOf(path)} must be a 64-bit integer, as ${form}.` };
}

function unwantedValue(path: string, { values = [], forbidden }: Fault["params"]): Problem {
  const allowed = `${nameOf(path)} must be ${listOf(values)}`;
  if (!forbidden) return { path, code: "unknown-value", message: `${allowed}.` };
  const { name, reason, addedIn } = forbidden;
  return {
    path,
    code: "forbidden-value",
    message: `${JSON.stringify(name)} cannot be sent here (${reason}): ${allowed}.`,
    ...(addedIn !== undefined && { addedIn }),
  };
}

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
