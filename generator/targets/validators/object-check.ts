import { checkUnknown, printClosedConstant } from "./closed-check.js";
import { code, joinCode, type Code } from "../../text/code.js";
import type { CheckedObject, CheckSettings } from "./checking.js";
import { checkInlined, printInlinedConstant } from "./inlined-check.js";
import { listVariables, use, type VariableName } from "./names.js";
import { checkPresence, checkProperty, keepValues } from "./property-check.js";
import { toFaultLiteral, type Reporting } from "./reporting.js";
import { printStatements, type Statements } from "./statements.js";
import { wholeObject } from "./subject.js";
import { toFunctionName } from "./type-check.js";

/** The function that checks an object, after the constant that it needs. */
export function printObjectCheck(checked: CheckedObject, settings: CheckSettings): readonly Code[] {
  const isClosed = settings.side === "response" && !checked.object.open;
  const body = printStatements(checkObject(checked, isClosed, settings));
  const variables = listVariables(body).map((name) => declarations[name](settings.report));
  const start = checked.isBase ? [] : beginCheck(isClosed, settings);
  const head = toHead(checked, isClosed, settings);
  return [
    ...(isClosed ? printClosedConstant(checked, settings) : []),
    ...printInlinedConstant(checked.object),
    ...printStatements([{ head, body: [...start, ...variables, ...body] }]),
  ];
}

const declarations: Readonly<Record<VariableName, (report: Reporting) => Code>> = {
  part: () => code`let part;`,
  inner: ({ type }) => code`let inner: ${type};`,
  faults: ({ type }) => code`let faults: ${type};`,
};

function toHead(
  { object, isBase = false }: CheckedObject,
  isClosed: boolean,
  { report }: CheckSettings,
): Code {
  const parameters = [
    isBase ? code`own: any` : code`value: any`,
    code`context: ${use("CheckContext")}`,
    ...(isClosed && isBase ? [code`tally: ${use("Tally")}`] : []),
  ];
  return code`export function ${toFunctionName(object.name)}(${joinCode(parameters, ", ")}): ${report.type}`;
}

/** What is not an object has no properties to check, and must not be asked for any. */
const beginCheck = (isClosed: boolean, { side, report }: CheckSettings): Statements => [
  code`if (!${use("isObject")}(value)) return ${report.only(toFaultLiteral(wholeObject, "type", { expected: "an object" }))};`,
  code`const own = ${use(side === "request" ? "readOf" : "ownOf")}(value, context);`,
  ...(isClosed ? [code`const tally: ${use("Tally")} = { known: 0 };`] : []),
];

/** All missing properties are reported before any value is looked at: of a request the first fault is all there is. */
function checkObject(checked: CheckedObject, isClosed: boolean, settings: CheckSettings): Statements {
  const { object, base, isBase } = checked;
  const { report } = settings;
  const properties = keepValues(object);
  const tally = isClosed ? code`, tally` : code``;
  return [
    ...(base === undefined
      ? []
      : report.call(wholeObject, code`${toFunctionName(base)}(own, context${tally})`)),
    ...properties.flatMap((each) => checkPresence(each, checked, settings)),
    ...properties.flatMap((each) => checkProperty(each, isClosed, settings)),
    ...checkInlined(checked, settings),
    // A base cannot know all properties of what extends it.
    ...(isClosed && !isBase ? checkUnknown(checked) : []),
    code`return ${report.result};`,
  ];
}
