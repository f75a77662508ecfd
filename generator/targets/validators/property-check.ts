import type { PropertyView } from "../../view/view.js";
import type { CheckSettings } from "./checking.js";
import { countKnown } from "./closed-check.js";
import { code, joinCode, type Code } from "../../text/code.js";
import { use } from "./names.js";
import { isOutside, mayBeWithin, toRuntimeSpans } from "./release-test.js";
import { reportEra } from "./reporting.js";
import { listSpellings, readProperty } from "./spelling.js";
import { choose, when, type Branch, type Statements } from "./statements.js";
import { toProperty, wholeObject, type Subject } from "./subject.js";
import { checkType } from "./type-check.js";

/** A property, and the constant that keeps its value from the check of its presence on, if there is one. */
export interface KeptProperty {
  readonly property: PropertyView;
  readonly kept: Code | undefined;
}

/** A required property is read once: reading it again costs more than checking most values. */
export const keepValue = (property: PropertyView, index: number): KeptProperty => ({
  property,
  kept: property.required && property.legacyNames.length === 0 ? code`part${index}` : undefined,
});

/** Checks that a property is present where it has to be, under one of its names. */
export function checkPresence({ property, kept }: KeptProperty, { report }: CheckSettings): Statements {
  const { name, required, gate } = property;
  if (kept) {
    const fault = report.fault(wholeObject, "missing", { name });
    return [code`const ${kept} = ${readProperty(name)};`, ...when(code`${kept} === undefined`, fault)];
  }
  const reads = listSpellings(property).map((spelling) => code`${readProperty(spelling)} === undefined`);
  const isMissing = joinCode(reads, " && ");
  return [
    ...(required ? when(isMissing, report.fault(wholeObject, "missing", { name })) : []),
    ...(gate?.required
      ? when(
          code`${isMissing} && !context.any && ${mayBeWithin(gate.required)}`,
          report.fault(wholeObject, "required there", { name, spans: toRuntimeSpans(gate.required) }),
        )
      : []),
  ];
}

/** Checks the value of a property, if it is present. */
export const checkProperty = (
  { property, kept }: KeptProperty,
  isCounted: boolean,
  settings: CheckSettings,
): Statements =>
  listSpellings(property).flatMap((name) => {
    const value = kept ?? use("part");
    const subject = toProperty(wholeObject, name, value);
    const body = [
      ...(isCounted ? [countKnown] : []),
      ...choose([
        ...refuseOutside(subject, name, property, settings),
        { body: checkEras(subject, property, settings) },
      ]),
    ];
    if (body.length === 0) return [];
    if (!kept) return [code`${value} = ${readProperty(name)};`, ...when(code`${value} !== undefined`, body)];
    // Where a fault ends the function, what is missing does not get here.
    return settings.report.stops ? body : when(code`${kept} !== undefined`, body);
  });

/** Of a property that the shop does not have at all, what is wrong inside is not worth reporting. */
function refuseOutside(
  subject: Subject,
  name: string,
  { gate }: PropertyView,
  { report }: CheckSettings,
): Branch[] {
  if (!gate?.exists) return [];
  const details = { name, spans: toRuntimeSpans(gate.exists) };
  return [{ test: isOutside(gate.exists), body: report.fault(subject, "property not there", details) }];
}

/** Where its shape changes with the release and the release is unknown, the value has to fit every shape. */
function checkEras(subject: Subject, { type, gate }: PropertyView, settings: CheckSettings): Statements {
  const body = checkType(type, subject, settings);
  if (!gate?.eras) return body;
  const eras = gate.eras.flatMap((era) => {
    const report = reportEra(settings.report, toRuntimeSpans(era.spans));
    return when(mayBeWithin(era.spans), checkType(era.type, subject, { ...settings, report }));
  });
  return choose([{ test: code`context.any`, body }, { body: eras }]);
}
