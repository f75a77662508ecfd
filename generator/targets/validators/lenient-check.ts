import { code, toLiteral } from "../../text/code.js";
import { mayBeNull } from "../../view/inlined.js";
import type { PropertyView } from "../../view/view.js";
import type { CheckSettings } from "./checking.js";
import { use } from "./names.js";
import { leavingOut } from "./reporting.js";
import { choose, type Branch, type Statements } from "./statements.js";
import type { Subject } from "./subject.js";

/** A property under one of its spellings, and what checks its value. */
export interface ReadProperty {
  readonly property: PropertyView;
  readonly spelling: string;
  readonly subject: Subject;
  /** Whether the properties of its object may stand in its place. */
  readonly isInlined: boolean;
  readonly check: (settings: CheckSettings) => Statements;
}

/**
 * Checks the value of a property of a request, and notes how to read it: a null for a property that may be absent is left
 * out, and so is what does not fit where nobody documents what fits; another spelling is read as the canonical one.
 */
export function checkLeniently(read: ReadProperty, settings: CheckSettings): Statements {
  const { property, spelling, subject, isInlined, check } = read;
  const { name, required, lenient, type } = property;
  const body = [
    ...(spelling === name
      ? []
      : [code`${use("readAs")}(own, ${toLiteral(spelling)}, ${toLiteral(name)}, context);`]),
    ...check(lenient ? { ...settings, report: leavingOut(spelling) } : settings),
  ];
  if ((required && !isInlined) || mayBeNull(type)) return body;
  const isNull = code`${subject.value} === null`;
  return choose([
    { test: isNull, body: [code`${use("leaveOut")}(own, ${toLiteral(spelling)}, context);`] },
    ...toBranches(body),
  ]);
}

/** What to do otherwise: where that is a choice again, its branches go on with the first one. */
function toBranches(body: Statements): readonly Branch[] {
  const [only, ...more] = body;
  return only && more.length === 0 && "others" in only ? [only, ...only.others] : [{ body }];
}
