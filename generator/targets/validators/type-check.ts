import { listWords } from "../../text/list.js";
import type { TextFormat } from "../../spec/dialect.js";
import type { KindView, TypeView } from "../../view/view.js";
import { checkBounds } from "./bounds-check.js";
import type { CheckSettings } from "./checking.js";
import { code, joinCode, toIdentifier, type Code } from "../../text/code.js";
import { checkEnum } from "./enum-check.js";
import { checkInt64 } from "./int64-check.js";
import { describeKinds, isKind, isNotKind } from "./kinds.js";
import { use, type ImportedName } from "./names.js";
import type { Reporting } from "./reporting.js";
import { choose, when, type Statements } from "./statements.js";
import { toItem, type Subject } from "./subject.js";

/** Checks that a value is of a type. */
export function checkType(type: TypeView, subject: Subject, settings: CheckSettings): Statements {
  if (type === "unknown") return [];
  const [first, ...others] = type;
  if (first === undefined) return settings.report.fault(subject, "nothing fits");
  return others.length === 0 ? checkOnly(first, subject, settings) : checkUnion(type, subject, settings);
}

/** Tries one kind after the other; where the value is of none, the fault names them all. */
function checkUnion(type: readonly KindView[], subject: Subject, settings: CheckSettings): Statements {
  const tried = type.map((kind) => ({
    test: isKind(kind, subject.value),
    body: checkKind(kind, subject, settings),
  }));
  const simple = tried.filter(({ body }) => body.length === 0).map(({ test }) => test);
  return choose([
    ...tried.filter(({ body }) => body.length > 0),
    {
      ...(simple.length > 0 && { test: code`!(${joinCode(simple, " || ")})` }),
      body: settings.report.fault(subject, "type", { expected: describeKinds(type) }),
    },
  ]);
}

/** Where a value can be of one kind only, the check of that kind may test for it by itself. */
function checkOnly(kind: KindView, subject: Subject, settings: CheckSettings): Statements {
  const body = checkKind(kind, subject, settings);
  if (kind.kind === "object" || (kind.kind === "number" && kind.held !== undefined)) return body;
  const fault = settings.report.fault(subject, "type", { expected: describeKinds([kind]) });
  return choose([{ test: isNotKind(kind, subject.value), body: fault }, { body }]);
}

/** Checks a value that is known to be of a kind. */
function checkKind(kind: KindView, subject: Subject, settings: CheckSettings): Statements {
  switch (kind.kind) {
    case "null":
    case "boolean":
      return [];
    case "number":
      return checkNumber(kind, subject, settings.report);
    case "text":
      return checkText(kind, subject, settings);
    case "enum":
      return checkEnum(kind.enum, subject, settings);
    case "array":
      return checkItems(kind, subject, settings);
    case "object":
      return settings.report.call(
        subject,
        code`${toFunctionName(kind.object.name)}(${subject.value}, context)`,
      );
  }
}

/** The name of the function that checks an object. */
export const toFunctionName = (object: string): Code => toIdentifier(`check${object}`);

type Kind<Name extends KindView["kind"]> = Extract<KindView, { kind: Name }>;

function checkNumber(kind: Kind<"number">, subject: Subject, report: Reporting): Statements {
  if (kind.held !== undefined) return checkInt64(kind, kind.held, subject, report);
  const { value } = subject;
  // JSON.parse rounds a larger integer: it is refused rather than handed on as another number.
  const unsafe = when(code`!Number.isSafeInteger(${value})`, report.fault(subject, "unsafe"));
  return [
    ...(kind.level === "number" ? [] : unsafe),
    ...checkBounds({ minimum: kind.minimum, maximum: kind.maximum }, value, subject, report),
  ];
}

const formatChecks: Readonly<Record<TextFormat, ImportedName>> = {
  date: "isDate",
  "date-time": "isDateTime",
  uri: "isUri",
  uuid: "isUuid",
};

/** Formats are checked in responses only: whatever a shop sends as a date is accepted. */
function checkText(kind: Kind<"text">, subject: Subject, { side, report }: CheckSettings): Statements {
  const length = code`${use("lengthOf")}(${subject.value})`;
  const tests = (side === "response" ? kind.formats : []).map(
    (format) => code`!${use(formatChecks[format])}(${subject.value})`,
  );
  const fault = report.fault(subject, "format", { expected: listWords(kind.formats, "or") });
  return [
    ...checkBounds({ minLength: kind.minLength, maxLength: kind.maxLength }, length, subject, report),
    ...(tests.length > 0 ? when(joinCode(tests, " && "), fault) : []),
  ];
}

function checkItems(kind: Kind<"array">, subject: Subject, settings: CheckSettings): Statements {
  const { value } = subject;
  const { index, ...item } = toItem(subject);
  const length = code`${value}.length`;
  // Where nothing fits, each item is a fault of its own, so that each can be left out and reported.
  const body = checkType(kind.items, item, settings);
  const head = code`for (let ${index} = 0; ${index} < ${length}; ${index}++)`;
  return [
    ...checkBounds({ minItems: kind.minItems, maxItems: kind.maxItems }, length, subject, settings.report),
    ...(body.length > 0 ? [{ head, body: [code`const ${item.value} = ${value}[${index}];`, ...body] }] : []),
  ];
}
