import {
  findUnknown,
  inferFromRequest,
  toNumber,
  type FoundUnknown,
} from "../../../templates/copied/receiver/handling/evidence.js";
import {
  suggest,
  splitPointer,
  type Problem,
  type Validators,
} from "../../../templates/copied/validators/results.js";

export interface RequestToCheck {
  readonly event: string;
  readonly release: string;
  readonly body: unknown;
  readonly isReport: boolean;
}

export interface FoundProblems {
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
}

/** Checks the form of a request, then what a till of the release cannot send: parts that are newer, or unknown. */
export function checkRequest(request: RequestToCheck, validators: Validators): FoundProblems {
  const { event, body, isReport } = request;
  if (isReport) {
    const result = validators.validateErrorRequest(body);
    return { problems: result.ok ? [] : result.problems, notes: [] };
  }
  const result = validators.validateRequest(event, body);
  return {
    problems: [
      ...(result.ok ? [] : result.problems),
      ...listNewer(request, validators),
      ...findUnknown(validators.rules, event, body).map(describeUnknown),
    ],
    notes: result.ok ? (result.leftOut ?? []) : [],
  };
}

/** Only the outermost of nested parts. */
function listNewer({ event, release, body }: RequestToCheck, { rules }: Validators): readonly Problem[] {
  const { evidence } = inferFromRequest(rules, body, event);
  const newer = evidence.filter((each) => toNumber(each.release) > toNumber(release));
  const isOutermost = (path: string): boolean =>
    !newer.some((other) => other.path !== path && path.startsWith(`${other.path}/`));
  return newer
    .filter(({ path }) => isOutermost(path))
    .map(({ path, release: addedIn }) => ({
      path,
      code: path === "" ? "unsupported-event" : "unsupported-property",
      message: `${path === "" ? `The event \`${event}\`` : nameLast(path)} requires v${addedIn}; this shop runs v${release.replace(/^v/, "")}.`,
      addedIn,
    }));
}

const listKnown = ({ properties }: FoundUnknown["holder"]): readonly string[] =>
  [...properties].flatMap(([name, { outside }]) => (outside ? [] : name));

const nameLast = (path: string): string => `"${splitPointer(path).join(".")}"`;

function describeUnknown({ pointer, outside, holder }: FoundUnknown): Problem {
  const name = splitPointer(pointer).at(-1) ?? "";
  const meant = outside ? undefined : suggest(name, listKnown(holder));
  const hint = meant === undefined ? "" : ` Did you mean "${meant}"?`;
  const { planned, seen, until, since } = outside ?? {};
  const why = planned
    ? "is announced, but in no release yet"
    : seen
      ? `was seen in ${seen}, but is not documented for the POS`
      : until
        ? `was removed in v${until}`
        : `was added in v${since ?? ""}`;
  return {
    path: pointer,
    code: "unknown-property",
    message: outside ? `"${name}" ${why}.` : `There is no property "${name}" here.${hint}`,
  };
}
