import { findInlined, type InlinedProperty } from "../../view/inlined.js";
import type { ObjectView, PropertyView } from "../../view/view.js";
import type { CheckedObject, CheckSettings } from "./checking.js";
import { countKnown } from "./closed-check.js";
import { code, type Code } from "../../text/code.js";
import { holdsInlined } from "./inlined-check.js";
import { checkLeniently, type ReadProperty } from "./lenient-check.js";
import { use } from "./names.js";
import { isOutside, mayBeWithin, toRuntimeSpans } from "./release-test.js";
import { reportEra } from "./reporting.js";
import { isAbsent, listSpellings, readProperty } from "./spelling.js";
import { choose, when, type Branch, type Statements } from "./statements.js";
import { toProperty, wholeObject, type Subject } from "./subject.js";
import { checkType } from "./type-check.js";

/** A property of an object, and how its value is come by. */
export interface KeptProperty {
  readonly property: PropertyView;
  /** The constant that keeps the value from the check of its presence on, if there is one. */
  readonly kept: Code | undefined;
  /** Set where the properties of its object may stand in its place. */
  readonly inlined: InlinedProperty | undefined;
}

/** A required property is read once: reading it again costs more than checking most values. */
export function keepValues(object: ObjectView): readonly KeptProperty[] {
  const found = findInlined(object);
  return object.properties.map((property, index) => {
    const inlined = property === found?.property ? found : undefined;
    const isKept = property.required && property.legacyNames.length === 0 && !inlined;
    return { property, kept: isKept ? code`part${index}` : undefined, inlined };
  });
}

/** Checks that a property is present where it has to be: under one of its names, or by the properties of its object. */
export function checkPresence(
  { property, kept, inlined }: KeptProperty,
  { object }: CheckedObject,
  { report }: CheckSettings,
): Statements {
  const { name, required, gate } = property;
  if (kept) {
    const fault = report.fault(wholeObject, "missing", { name });
    return [code`const ${kept} = ${readProperty(name)};`, ...when(code`${kept} === undefined`, fault)];
  }
  const isMissing = inlined
    ? code`${isAbsent(property, !inlined.nullable)} && !${holdsInlined(object)}`
    : isAbsent(property);
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
  { property, kept, inlined }: KeptProperty,
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
        {
          body: checkValue({ property, spelling: name, subject, isInlined: inlined !== undefined }, settings),
        },
      ]),
    ];
    if (body.length === 0) return [];
    if (!kept) return [code`${value} = ${readProperty(name)};`, ...when(code`${value} !== undefined`, body)];
    // Where a fault ends the function, what is missing does not get here.
    return settings.report.stops ? body : when(code`${kept} !== undefined`, body);
  });

/** Only requests are read leniently. */
const checkValue = (read: Omit<ReadProperty, "check">, settings: CheckSettings): Statements => {
  const check = (how: CheckSettings): Statements => checkEras(read.subject, read.property, how);
  return settings.side === "response" ? check(settings) : checkLeniently({ ...read, check }, settings);
};

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
