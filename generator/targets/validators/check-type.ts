import type { EnumValues, Forbidden } from "../../../templates/copied/validators/checks.js";
import { code, joinCode, toIdentifier, toLiteral, type Code } from "../../base/text/code.js";
import { listWords } from "../../base/text/words.js";
import { toStringLiteral } from "../../base/text/escape.js";
import type { Fleet } from "../../base/time/fleet.js";
import { formatRelease } from "../../base/time/release.js";
import { listLimits } from "../../contract/schema/schemas.js";
import { formatReason } from "../../contract/view/reasons.js";
import type { EnumView, KindView, Reason, TextView, TypeView } from "../../contract/view/view.js";
import { formatChecks } from "../format-checks.js";
import { toRuntimeSpans, use, type ImportedName } from "./runtime.js";

export interface CheckSettings {
  readonly side: "request" | "response";
  readonly fleet: Fleet;
}

export interface ValueCheck {
  /** A short test for faults, if there is one. */
  readonly isWrong?: Code;
  /** True if any value of the type is valid. */
  readonly isOnlyType?: boolean;
  /** The faults, or undefined. If `isWrong` is set, evaluate this only when that is true. */
  readonly faults: Code;
}

export const toExpression = ({ isWrong, faults }: ValueCheck): Code =>
  isWrong ? code`${isWrong} ? ${faults} : undefined` : faults;

/** Undefined if anything fits. */
export function checkType(type: TypeView, value: Code, settings: CheckSettings): ValueCheck | undefined {
  if (type === "unknown") return undefined;
  const [only, ...others] = type;
  if (only === undefined) return { faults: code`${use("fault")}("nothing fits")` };
  return others.length > 0 ? checkUnion(type, value, settings) : checkKind(only, value, settings);
}

/** Tries each kind in turn. If none matches, the fault lists them all. */
function checkUnion(kinds: readonly KindView[], value: Code, settings: CheckSettings): ValueCheck {
  const checks = kinds.map((kind) => ({ kind, ...checkKind(kind, value, settings) }));
  const isNone = checks.filter(({ isOnlyType }) => isOnlyType).map(({ kind }) => toTest(kind, value, "!"));
  const wrong: ValueCheck = {
    ...(isNone.length > 0 && { isWrong: joinCode(isNone, " && ") }),
    faults: refuseType(kinds),
  };
  const others = checks.filter(({ isOnlyType }) => !isOnlyType);
  if (others.length === 0) return wrong;
  const faults = others.reduceRight<Code>(
    (rest, { kind, ...check }) => code`${toTest(kind, value, "")} ? ${toExpression(check)} : ${rest}`,
    toExpression(wrong),
  );
  return { faults };
}

const refuseType = (kinds: readonly KindView[]): Code =>
  code`${use("wrong")}(${toStringLiteral(describeKinds(kinds))})`;

function checkKind(kind: KindView, value: Code, settings: CheckSettings): ValueCheck {
  const call = (name: ImportedName, ...more: (Code | undefined)[]): ValueCheck => ({
    faults: toCall(use(name), [value, ...more]),
  });
  const onlyType = { isOnlyType: true, isWrong: toTest(kind, value, "!"), faults: refuseType([kind]) };
  switch (kind.kind) {
    case "null":
    case "boolean":
      return onlyType;
    case "number": {
      const limits = toLimits(kind);
      if (kind.level === "number") return limits ? call("number", limits) : onlyType;
      const isUnsafe = code`!Number.isSafeInteger(${value})`;
      return limits ? call("integer", limits) : { isWrong: isUnsafe, ...call("integer") };
    }
    case "text": {
      const [limits, fits] = [toLimits(kind), toFormatTest(kind, settings)];
      if (!fits) return limits ? call("text", limits) : onlyType;
      const isWrong = code`(${onlyType.isWrong} || !${fits}(${value}))`;
      const check = call("text", limits, toLiteral(listWords(kind.formats, "or")), fits);
      return limits || kind.formats.length > 1 ? check : { isWrong, ...check };
    }
    case "enum":
      return kind.enum.open ? onlyType : call("oneOf", toEnumValues(kind.enum, settings), code`context`);
    case "array":
      return call("items", code`context`, checkItem(kind.items, settings), toLimits(kind));
    case "object":
      return { faults: code`${nameFunction(kind.object.name)}(${value}, context)` };
  }
}

/** Drops trailing undefined arguments. */
function toCall(name: Code, parts: readonly (Code | undefined)[]): Code {
  const last = parts.findLastIndex((part) => part !== undefined);
  return code`${name}(${joinCode(parts.slice(0, last + 1).map((part) => part ?? code`undefined`))})`;
}

export const nameFunction = (object: string): Code => toIdentifier(`check${object}`);

/** For example `a string or null`. */
const describeKinds = (kinds: readonly KindView[]): string =>
  listWords(kinds.map(nameJsonKind).map(withArticle), "or");

const withArticle = (name: string): string =>
  name === "null" ? name : `${/^[aeio]/.test(name) ? "an" : "a"} ${name}`;

function nameJsonKind(kind: KindView): string {
  if (kind.kind === "text" || kind.kind === "enum") return "string";
  if (kind.kind !== "number") return kind.kind;
  return kind.level === "number" ? "number" : "integer";
}

function toTest(kind: KindView, value: Code, not: "" | "!"): Code {
  const [is, call] = not ? [code`!==`, code`!`] : [code`===`, code``];
  switch (kind.kind) {
    case "null":
      return code`${value} ${is} null`;
    case "boolean":
      return code`typeof ${value} ${is} "boolean"`;
    case "text":
    case "enum":
      return code`typeof ${value} ${is} "string"`;
    case "array":
      return code`${call}Array.isArray(${value})`;
    case "object":
      return code`${call}${use("isObject")}(${value})`;
    case "number":
      return code`${call}${kind.level === "number" ? code`Number.isFinite` : code`Number.isInteger`}(${value})`;
  }
}

function toLimits(kind: KindView): Code | undefined {
  const limits = listLimits(kind);
  return limits.length > 0 ? toLiteral(Object.fromEntries(limits)) : undefined;
}

/** For answers only: any date that a shop sends is accepted. */
function toFormatTest({ formats }: TextView, { side }: CheckSettings): Code | undefined {
  if (side === "request" || formats.length === 0) return undefined;
  const checks = formats.map((format) => use(formatChecks[format]));
  if (checks.length === 1) return checks[0];
  const tests = checks.map((check) => code`${check}(text)`);
  return code`(text) => ${joinCode(tests, " || ")}`;
}

function toEnumValues({ values, forbidden }: EnumView, { fleet }: CheckSettings): Code {
  const timed = values.flatMap(({ value, exists }) =>
    exists ? [[value, toRuntimeSpans(exists)] as const] : [],
  );
  const reasons = forbidden.map(({ value, reason }) => [value, explainForbidden(reason, fleet)] as const);
  const known: EnumValues = {
    values: values.map(({ value }) => value),
    ...(reasons.length > 0 && { forbidden: Object.fromEntries(reasons) }),
    ...(timed.length > 0 && { exist: Object.fromEntries(timed) }),
  };
  return toLiteral(known);
}

/** The reason why a part of the spec cannot be sent, for the emitted code. */
export const explainForbidden = (reason: Reason, fleet: Fleet): Forbidden => ({
  reason: formatReason(reason, fleet),
  ...(reason.kind === "added" && { addedIn: formatRelease(reason.release) }),
});

/** If no kind fits, each item is a separate fault, so that each can be omitted. */
function checkItem(type: TypeView, settings: CheckSettings): Code | undefined {
  const [only, ...others] = type === "unknown" ? [] : type;
  if (only?.kind === "object" && others.length === 0) return nameFunction(only.object.name);
  const check = checkType(type, code`item`, settings);
  return check && code`(item) => ${toExpression(check)}`;
}
