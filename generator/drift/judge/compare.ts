import { listAlternatives, listEvents, type BodyPropertyGroup } from "../../model/paths.js";
import type { EnumModel } from "../../model/model.js";
import { listWords } from "../../text/words.js";
import { quote } from "../../text/quote.js";
import { baseline, formatRelease, type Release } from "../../time/release.js";
import { existsStill, firstIn } from "../../time/spans.js";
import type { Statement, Subject } from "../claim.js";
import { findSince, listTypes, marksArrays } from "./known.js";
import { findAside, isNamedAs, isSeenThere } from "./aside.js";
import { describeTypes, holdsType } from "./types.js";

/** How a statement stands to what the spec has: what is new in it, or what contradicts, in a sentence without its subject. */
export type Difference = { readonly verdict: "new" | "contradicts"; readonly message: string } | undefined;

type Compare<About extends Statement["about"]> = (
  says: Extract<Statement, { about: About }>,
  group: BodyPropertyGroup,
  of: { readonly subject: Subject; readonly seenAs?: string | undefined },
) => Difference;

const isNew = (message: string): Difference => ({ verdict: "new", message });
const contradicts = (message: string): Difference => ({ verdict: "contradicts", message });

/** What each kind of statement says of a part of a body that the spec has. */
const comparisons: { readonly [About in Exclude<Statement["about"], "date">]: Compare<About> } = {
  existence: (_, group, { subject: { path }, seenAs }) => {
    const [{ model }] = group;
    const aside = findAside(group);
    if (aside?.kind === "planned") return isNew("is there; the spec has it as planned");
    if (aside && !isSeenThere(aside, seenAs))
      return isNew(`is documented; the spec has it as seen in ${aside.where}`);
    if (!existsStill(model.exists)) return contradicts("is there; the spec has it as removed");
    return group.some((part) => marksArrays(path, part))
      ? undefined
      : contradicts("is written with other arrays than the spec has");
  },
  plan: (_, group) =>
    findAside(group)?.kind === "planned"
      ? undefined
      : contradicts("is only planned; the spec has it as existing"),
  type: (says, group) => {
    const types = listTypes(group);
    if (types.some(({ kind }) => holdsType(kind, says))) return undefined;
    return contradicts(`is ${says.type}; the spec has ${describeTypes(types)}`);
  },
  optional: ({ optional }, group, { seenAs }) => {
    // Of what was only seen, the spec does not say whether it has to be there.
    if (isSeenThere(findAside(group), seenAs)) return undefined;
    const required = group.map(({ model }) => existsStill(model.required));
    if (required.includes(!optional)) return undefined;
    return contradicts(
      optional ? "is optional; the spec has it as required" : "is not optional; the spec has it as optional",
    );
  },
  since: ({ release }, group) => {
    const known = findSince(group);
    if (known === release) return undefined;
    const since = formatRelease(release);
    if (findAside(group)) return isNew(`came with v${since}; the spec has it in no release`);
    if (known === baseline) return isNew(`came with v${since}; the spec has it without a release`);
    return contradicts(`came with v${since}; the spec has v${formatRelease(known)}`);
  },
  values: ({ values, all, since }, group, { seenAs }) => {
    const known = findEnum(group);
    if (!known)
      return isNew(`has the values ${listWords(values.map(quote), "and")}; the spec has no list of values`);
    const documented = known.values.filter(({ exists }) => existsStill(exists)).map(({ value }) => value);
    const seen = (known.seen ?? []).filter(({ where }) => isNamedAs(where, seenAs)).map(({ value }) => value);
    const expected = [...documented, ...seen];
    const more = values.filter((value) => !expected.includes(value));
    if (more.length > 0) return isNew(`has ${listWords(more.map(quote), "and")}, which the spec has not`);
    const dated = since === undefined ? undefined : compareDates(values, since, group);
    if (dated) return dated;
    const fewer = expected.filter((value) => !values.includes(value));
    return all && fewer.length > 0
      ? contradicts(`has not ${listWords(fewer.map(quote), "and")}, which the spec has`)
      : undefined;
  },
  events: ({ events }, group) => {
    const known = listEvents(group);
    const more = events.filter((event) => !known.includes(event));
    if (more.length > 0)
      return isNew(`is in ${listWords(more, "and")}; the spec has it only in ${listWords(known, "and")}`);
    const fewer = known.filter((event) => !events.includes(event));
    return fewer.length > 0
      ? contradicts(
          `is only in ${listWords(events, "and")}; the spec has it in ${listWords(fewer, "and")}, too`,
        )
      : undefined;
  },
};

/** Compares a statement with a part of the spec; `seenAs` is how `x-seen` names the source that makes it. */
export function compareStatement(
  says: Statement,
  group: BodyPropertyGroup,
  of: { readonly subject: Subject; readonly seenAs?: string | undefined },
): Difference {
  if (says.about === "date") return contradicts("has a date, and is no release");
  const compare = comparisons[says.about] as Compare<Statement["about"]>;
  return compare(says, group, of);
}

/** How the release with which values are said to have come stands to those that the spec has. */
function compareDates(values: readonly string[], since: Release, group: BodyPropertyGroup): Difference {
  const dates = values.map((value) => findValueSince(group, value));
  const other = dates.find((date) => date !== since);
  if (other === undefined) return undefined;
  const said = `has ${listWords(values.map(quote), "and")} since v${formatRelease(since)}`;
  return other === baseline
    ? isNew(`${said}; the spec has no release for it`)
    : contradicts(`${said}; the spec has v${formatRelease(other)}`);
}

/** The release with which a value came: not before its part. */
function findValueSince(group: BodyPropertyGroup, value: string): Release {
  const own = findEnum(group)?.values.find((known) => known.value === value);
  return Math.max(findSince(group), firstIn(own?.exists) ?? baseline) as Release;
}

/** The enum that a part holds, alone or in an array. */
export const findEnum = (group: BodyPropertyGroup): EnumModel | undefined =>
  listAlternatives(listTypes(group)).flatMap(({ kind }) =>
    kind.kind === "string" ? (kind.enum ?? []) : [],
  )[0];
