import { joinCode, code, toLiteral, type Code } from "../../text/code.js";
import type { CheckSettings } from "./checking.js";
import type { EnumView } from "../../view/view.js";
import { explainForbidden } from "./forbidden.js";
import { isOutside, toRuntimeSpans } from "./release-test.js";
import { choose, when, type Branch, type Statements } from "./statements.js";
import type { Subject } from "./subject.js";

/** Checks the value of a closed enum; an open one takes any text. */
export function checkEnum(view: EnumView, subject: Subject, settings: CheckSettings): Statements {
  if (view.open) return [];
  const expected = describeValues(view);
  const isNone = view.values.map(({ value }) => code`${subject.value} !== ${toLiteral(value)}`);
  const otherwise: Branch = {
    ...(isNone.length > 0 && { test: joinCode(isNone, " && ") }),
    body: settings.report.fault(subject, "value", { expected }),
  };
  return [
    ...choose([...refuseForbidden(view, subject, settings), otherwise]),
    ...checkTimedValues(view, subject, settings),
  ];
}

/** Of a value that the spec knows the fault says why it may not be sent. */
const refuseForbidden = (view: EnumView, subject: Subject, { fleet, report }: CheckSettings): Branch[] =>
  view.forbidden.map(({ value, reason }) => ({
    test: isValue(subject, value),
    body: report.fault(subject, "value", {
      expected: describeValues(view),
      name: value,
      forbidden: explainForbidden(reason, fleet),
    }),
  }));

const checkTimedValues = ({ values }: EnumView, subject: Subject, { report }: CheckSettings): Statements =>
  values.flatMap(({ value, exists }) => {
    if (exists === undefined) return [];
    const fault = report.fault(subject, "value not there", { name: value, spans: toRuntimeSpans(exists) });
    return when(code`${isValue(subject, value)} && ${isOutside(exists)}`, fault);
  });

const isValue = (subject: Subject, value: string): Code => code`${subject.value} === ${toLiteral(value)}`;

function describeValues({ values }: EnumView): string {
  const quoted = values.map(({ value }) => JSON.stringify(value));
  return quoted.length > 1 ? `one of ${quoted.join(", ")}` : quoted.join("");
}
