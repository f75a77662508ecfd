import type { KindView, TypeView } from "../../view/view.js";
import { checkBounds } from "./bounds-check.js";
import type { Checking } from "./checking.js";
import { checkEnum } from "./enum-check.js";
import { checkInt64 } from "./int64-check.js";
import { isKind, isNotKind, kindNames } from "./kinds.js";
import { itemAt, type Place } from "./place.js";
import type { Reporting } from "./reporting.js";
import { block, branches, literal, when, type Lines } from "./statements.js";

/** Statements that check the value at a place. */
export function checkType(type: TypeView, place: Place, checking: Checking): Lines {
  if (type === "unknown") return [];
  const [first, ...others] = type;
  if (first === undefined) return checking.report.fault(place, "nothing fits");
  return others.length === 0 ? checkOnly(first, place, checking) : checkUnion(type, place, checking);
}

/** Kinds are told apart one after the other; where the value is of none, the fault names them all. */
function checkUnion(type: readonly KindView[], place: Place, checking: Checking): Lines {
  const tried = type.map((kind) => ({
    test: isKind(kind, place.value),
    lines: checkKind(kind, place, checking),
  }));
  const simple = tried.filter(({ lines }) => lines.length === 0).map(({ test }) => test);
  const expected = `expected: ${literal(kindNames(type))}`;
  return branches([
    ...tried.filter(({ lines }) => lines.length > 0),
    {
      ...(simple.length > 0 && { test: `!(${simple.join(" || ")})` }),
      lines: checking.report.fault(place, "type", expected),
    },
  ]);
}

/** Where a value can be of one kind only, its check may see to that by itself. */
function checkOnly(kind: KindView, place: Place, checking: Checking): Lines {
  const lines = checkKind(kind, place, checking);
  if (kind.kind === "object" || (kind.kind === "number" && kind.held !== undefined)) return lines;
  const expected = `expected: ${literal(kindNames([kind]))}`;
  return branches([
    { test: isNotKind(kind, place.value), lines: checking.report.fault(place, "type", expected) },
    { lines },
  ]);
}

/** What is to be checked of a value of a kind. */
function checkKind(kind: KindView, place: Place, checking: Checking): Lines {
  switch (kind.kind) {
    case "null":
    case "boolean":
      return [];
    case "number":
      return checkNumber(kind, place, checking.report);
    case "text":
      return checkText(kind, place, checking);
    case "enum":
      return checkEnum(kind.enum, place, checking);
    case "array":
      return checkItems(kind, place, checking);
    case "object":
      return checking.report.part(place, `${functionName(kind.object.name)}(${place.value}, context)`);
  }
}

/** The name of the function that checks an object. */
export const functionName = (object: string): string => `check${object}`;

type Kind<Name extends KindView["kind"]> = Extract<KindView, { kind: Name }>;

function checkNumber(kind: Kind<"number">, place: Place, report: Reporting): Lines {
  if (kind.held !== undefined) return checkInt64(kind, kind.held, place, report);
  const { value } = place;
  // What JSON.parse had to round was a larger integer: refuse it rather than hand on another number.
  const unsafe = when(`!Number.isSafeInteger(${value})`, report.fault(place, "unsafe"));
  return [
    ...(kind.level === "number" ? [] : unsafe),
    ...checkBounds({ minimum: kind.minimum, maximum: kind.maximum }, value, place, report),
  ];
}

const formatChecks: Readonly<Record<string, string>> = {
  date: "isDate",
  "date-time": "isDateTime",
  uri: "isUri",
  uuid: "isUuid",
};

/** What a shop sends as a date is not ours to refuse; what we answer is. */
function checkText(kind: Kind<"text">, place: Place, { side, report }: Checking): Lines {
  const length = `lengthOf(${place.value})`;
  const tests = (side === "response" ? kind.formats : []).map((format) => {
    const check = formatChecks[format];
    if (check === undefined) throw new Error(`no check is emitted for the format ${format}`);
    return `!${check}(${place.value})`;
  });
  const fault = report.fault(place, "format", `expected: ${literal(kind.formats.join(" or "))}`);
  return [
    ...checkBounds({ minLength: kind.minLength, maxLength: kind.maxLength }, length, place, report),
    ...(tests.length > 0 ? when(tests.join(" && "), fault) : []),
  ];
}

function checkItems(kind: Kind<"array">, place: Place, checking: Checking): Lines {
  const { value } = place;
  const { index, ...item } = itemAt(place);
  // Where nothing fits, each element is a fault of its own, so that each can be left out and reported.
  const lines = checkType(kind.items ?? [], item, checking);
  const head = `for (let ${index} = 0; ${index} < ${value}.length; ${index}++)`;
  return [
    ...checkBounds(
      { minItems: kind.minItems, maxItems: kind.maxItems },
      `${value}.length`,
      place,
      checking.report,
    ),
    ...(lines.length > 0 ? block(head, [`const ${item.value} = ${value}[${index}];`, ...lines]) : []),
  ];
}
