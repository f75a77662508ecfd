import type { Bound, Forbidden } from "../../../templates/copied/validators/checks.js";
import type { TextFormat } from "../../contract/read/dialect.js";
import { code, joinCode, toIdentifier, toLiteral, type Code } from "../../base/text/code.js";
import { listWords } from "../../base/text/words.js";
import { toStringLiteral } from "../../base/text/escape.js";
import type { Fleet } from "../../base/time/fleet.js";
import { formatRelease } from "../../base/time/release.js";
import { formatReason } from "../../contract/view/reasons.js";
import type { EnumView, KindView, Reason, TypeView } from "../../contract/view/view.js";
import {
  type Branch,
  toChoice,
  type ImportedName,
  isOutside,
  type FaultReporter,
  type Statements,
  type CheckedValue,
  toItemValue,
  toRuntimeSpans,
  use,
  when,
} from "./statements.js";

/** How the values of one side are checked. */
export interface CheckSettings {
  readonly side: "request" | "response";
  readonly fleet: Fleet;
  readonly report: FaultReporter;
  /** Set where a value that passes is written at once, as JSON at the end of `text`. */
  readonly writes?: true;
}

type KindNamed<Name extends KindView["kind"]> = Extract<KindView, { kind: Name }>;

/** Checks that a value is of a type. */
export function checkType(type: TypeView, subject: CheckedValue, settings: CheckSettings): Statements {
  if (type === "unknown") return writeUnknown(subject);
  const [first, ...others] = type;
  if (first === undefined) return settings.report.fault(subject, "nothing fits");
  return others.length === 0 ? checkOnly(first, subject, settings) : checkUnion(type, subject, settings);
}

/** Tries one kind after the other; where the value is of none, the fault names them all. */
function checkUnion(type: readonly KindView[], subject: CheckedValue, settings: CheckSettings): Statements {
  const tried = type.map((kind) => ({
    test: toTest(kind, subject.value),
    body: checkKind(kind, subject, settings),
  }));
  const simple = tried.filter(({ body }) => body.length === 0).map(({ test }) => test);
  return toChoice([
    ...tried.filter(({ body }) => body.length > 0),
    {
      ...(simple.length > 0 && { test: code`!(${joinCode(simple, " || ")})` }),
      body: settings.report.fault(subject, "type", { expected: describeKinds(type) }),
    },
  ]);
}

/** Where a value can be of one kind only, the check of that kind may test for it by itself. */
function checkOnly(kind: KindView, subject: CheckedValue, settings: CheckSettings): Statements {
  const { report } = settings;
  const body = checkKind(kind, subject, settings);
  if (
    kind.kind === "object" ||
    (settings.writes && kind.kind === "array") ||
    (kind.kind === "number" && kind.held !== undefined)
  )
    return body;
  const test = toTest(kind, subject.value, true);
  return unless(test, report.fault(subject, "type", { expected: describeKinds([kind]) }), body, report);
}

/** Does something else where a test holds; after a fault that ends the function, it needs no `else`. */
const unless = (test: Code, fault: Statements, body: Statements, { stops }: FaultReporter): Statements =>
  stops ? [...when(test, fault), ...body] : toChoice([{ test, body: fault }, { body }]);

/** Checks a value that is known to be of a kind, and writes it where that is asked for. */
function checkKind(kind: KindView, subject: CheckedValue, settings: CheckSettings): Statements {
  const { value, before } = subject;
  const quoted = code`${use("quote")}(${value})`;
  const write = (json: Code, opening: "" | '"' = ""): Statements =>
    before ? [code`text += ${before(opening)} + ${json};`] : [];
  switch (kind.kind) {
    case "null":
    case "boolean":
      return write(value);
    case "number":
      return [...checkNumber(kind, subject, settings), ...write(value)];
    case "text": {
      const isPlain = kind.formats.length > 0 && kind.formats.every(isPlainFormat);
      const written = isPlain ? write(code`${value} + '"'`, '"') : write(quoted);
      return [...checkText(kind, subject, settings), ...written];
    }
    case "enum":
      return [...checkEnum(kind.enum, subject, settings), ...write(quoted)];
    case "array":
      return checkItems(kind, subject, settings);
    case "object": {
      const callee = nameFunction(kind.object.name, settings);
      return [...settings.report.call(subject, code`${callee}(${value}, context)`), ...write(use("inner"))];
    }
  }
}

/** The name of the function that checks or writes an object. */
export const nameFunction = (object: string, { writes }: Pick<CheckSettings, "writes">): Code =>
  toIdentifier(`${writes ? "write" : "check"}${object}`);

/** What a value has to be, in the words of a problem: `a string or null`. */
const describeKinds = (kinds: readonly KindView[]): string =>
  listWords(kinds.map(nameJsonKind).map(withArticle), "or");

const withArticle = (name: string): string =>
  name === "null" ? name : `${/^[aeio]/.test(name) ? "an" : "a"} ${name}`;

/** The name of a kind in JSON Schema. */
function nameJsonKind(kind: KindView): string {
  if (kind.kind === "text" || kind.kind === "enum") return "string";
  if (kind.kind !== "number") return kind.kind;
  if (kind.held !== undefined) return kind.held;
  return kind.level === "number" ? "number" : "integer";
}

/** Tests whether a value is of a kind, and so not of the other kinds of its union; or whether it is not. */
function toTest(kind: KindView, value: Code, isNot = false): Code {
  const [is, call] = isNot ? [code`!==`, code`!`] : [code`===`, code``];
  const isType = (name: "bigint" | "boolean" | "string"): Code =>
    code`typeof ${value} ${is} ${toStringLiteral(name)}`;
  switch (kind.kind) {
    case "null":
      return code`${value} ${is} null`;
    case "boolean":
      return isType("boolean");
    case "text":
    case "enum":
      return isType("string");
    case "array":
      return code`${call}Array.isArray(${value})`;
    case "object":
      return code`${call}${use("isObject")}(${value})`;
    case "number":
      if (kind.held !== undefined) return isType(kind.held);
      return code`${call}${kind.level === "number" ? code`Number.isFinite` : code`Number.isInteger`}(${value})`;
  }
}

function checkNumber(kind: KindNamed<"number">, subject: CheckedValue, settings: CheckSettings): Statements {
  const { report } = settings;
  if (kind.held !== undefined) return checkBigint(kind, subject, settings);
  const { value } = subject;
  // JSON.parse rounds a larger integer: it is refused rather than handed on as another number.
  const unsafe = when(code`!Number.isSafeInteger(${value})`, report.fault(subject, "unsafe"));
  return [
    ...(kind.level === "number" ? [] : unsafe),
    ...checkBounds({ minimum: kind.minimum, maximum: kind.maximum }, value, subject, report),
  ];
}

/** Checks a 64-bit integer that is held as a bigint, which JavaScript compares exactly with the numbers of its bounds. */
function checkBigint(
  { level, minimum, maximum }: KindNamed<"number">,
  subject: CheckedValue,
  { report, writes }: CheckSettings,
): Statements {
  const { value } = subject;
  const isNot = code`typeof ${value} !== "bigint" || BigInt.asIntN(64, ${value}) !== ${value}`;
  const fault = report.fault(subject, "int64");
  // A property with 64 bits now may have been a plain integer in some releases, where a number must hold it.
  const limit = Number.MAX_SAFE_INTEGER;
  const limits =
    level === "int64"
      ? { minimum, maximum }
      : { minimum: Math.max(minimum ?? -limit, -limit), maximum: Math.min(maximum ?? limit, limit) };
  const inBounds = checkBounds(limits, value, subject, report);
  return [...(writes ? giveUpUnlessSettled : []), ...unless(isNot, fault, inBounds, report)];
}

/** The limits that a value may have. */
type ValueLimits = Readonly<Partial<Record<Bound, number | undefined>>>;

const boundNames = ["minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems"] as const;

/** Compares what was measured of the subject with its limits. */
const checkBounds = (
  limits: ValueLimits,
  measured: Code,
  subject: CheckedValue,
  report: FaultReporter,
): Statements =>
  boundNames.flatMap((bound) => {
    const limit = limits[bound];
    if (limit === undefined) return [];
    const test = bound.startsWith("min") ? code`${measured} < ${limit}` : code`${measured} > ${limit}`;
    return when(test, report.fault(subject, bound, { limit }));
  });

const formatChecks: Readonly<Record<TextFormat, ImportedName>> = {
  date: "isDate",
  "date-time": "isDateTime",
  uri: "isUri",
  uuid: "isUuid",
};

/** Formats are checked in responses only: whatever a shop sends as a date is accepted. */
function checkText(
  kind: KindNamed<"text">,
  subject: CheckedValue,
  { side, report }: CheckSettings,
): Statements {
  const length = code`${use("lengthOf")}(${subject.value})`;
  const formats = (side === "response" ? kind.formats : []).map(
    (format) => code`!${use(formatChecks[format])}(${subject.value})`,
  );
  const fault = report.fault(subject, "format", { expected: listWords(kind.formats, "or") });
  return [
    ...checkBounds({ minLength: kind.minLength, maxLength: kind.maxLength }, length, subject, report),
    ...(formats.length > 0 ? when(joinCode(formats, " && "), fault) : []),
  ];
}

/** Checks the value of a closed enum; an open one takes any text. */
function checkEnum(view: EnumView, subject: CheckedValue, { fleet, report }: CheckSettings): Statements {
  if (view.open) return [];
  const expected = describeEnumValues(view);
  const isNone = view.values.map(({ value }) => code`${subject.value} !== ${toLiteral(value)}`);
  // Of a value that the spec knows the fault says why it may not be sent.
  const forbidden = view.forbidden.map(({ value, reason }): Branch => {
    const details = { expected, name: value, forbidden: explainForbidden(reason, fleet) };
    return { test: isEqualTo(subject, value), body: report.fault(subject, "value", details) };
  });
  const otherwise: Branch = {
    ...(isNone.length > 0 && { test: joinCode(isNone, " && ") }),
    body: report.fault(subject, "value", { expected }),
  };
  const timed = view.values.flatMap(({ value, exists }) => {
    if (exists === undefined) return [];
    const fault = report.fault(subject, "value not there", { name: value, spans: toRuntimeSpans(exists) });
    return when(code`${isEqualTo(subject, value)} && ${isOutside(exists)}`, fault);
  });
  return [...toChoice([...forbidden, otherwise]), ...timed];
}

const isEqualTo = (subject: CheckedValue, value: string): Code =>
  code`${subject.value} === ${toLiteral(value)}`;

function describeEnumValues({ values }: EnumView): string {
  const quoted = values.map(({ value }) => JSON.stringify(value));
  return quoted.length > 1 ? `one of ${quoted.join(", ")}` : quoted.join("");
}

/** A text that has such a format needs no escaping: it has only digits, letters and hyphens. */
const isPlainFormat = (format: TextFormat): boolean => format === "uuid" || format === "date";

/** Why something that the spec knows may not be sent, as the emitted code says it. */
export const explainForbidden = (reason: Reason, fleet: Fleet): Forbidden => ({
  reason: formatReason(reason, fleet),
  ...(reason.kind === "added" && { addedIn: formatRelease(reason.release) }),
});

/** An array that is written has its length read once, as a proxy may give another one each time. */
function checkItems(kind: KindNamed<"array">, subject: CheckedValue, settings: CheckSettings): Statements {
  const { value, depth, before } = subject;
  const { minItems, maxItems, items } = kind;
  const isObject = items !== "unknown" && items.length === 1 && items[0]?.kind === "object";
  const { index, ...item } = toItemValue(subject, isObject);
  const size = before ? code`size${depth}` : code`${value}.length`;
  // Where nothing fits, each item is a fault of its own, so that each can be left out and reported.
  const body = checkType(items, item, settings);
  const head = code`for (let ${index} = 0; ${index} < ${size}; ${index}++)`;
  const keep = isObject ? [] : [code`const ${item.value} = ${value}[${index}];`];
  // A size below zero says that the array is not to be written.
  const limits = before ? { minItems: minItems ?? 0, maxItems } : { minItems, maxItems };
  return [
    ...(before ? [code`const ${size} = ${use("sizeOf")}(${value}, context);`] : []),
    ...checkBounds(limits, size, subject, settings.report),
    ...(before ? [code`text += ${before("[")};`] : []),
    ...(body.length > 0 ? [{ head, body: [...keep, ...body] }] : []),
    ...(before ? [code`text += "]";`] : []),
  ];
}

/** What may be anything is checked by nobody, so that only plain data may be written. */
const writeUnknown = ({ value, before }: CheckedValue): Statements =>
  before ? [...giveUpUnlessSettled, code`text += ${before("")} + ${use("writeAny")}(${value});`] : [];

/** Does not write what is only to be written once it was copied and checked as a whole. */
export const giveUpUnlessSettled: Statements = when(code`!context.settled`, [code`return;`]);
