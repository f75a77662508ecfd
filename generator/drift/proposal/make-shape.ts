import type { Provenance, Shape } from "../../spec/dialect.js";
import { listWords } from "../../text/words.js";
import { formatRelease, type Release } from "../../time/release.js";
import { toKey } from "../claim.js";
import type { Known } from "../judge/known.js";
import { chooseShape, type ChosenShape } from "./choose-shape.js";
import { describeSource } from "./describe-source.js";
import { findLatest, isDocumented, type Facts } from "./facts.js";
import { placeholder, type Decision } from "./proposal.js";

/** What the edits of one proposal share. */
export interface Context {
  readonly known: Known;
  /** What sources name further new parts below. */
  readonly holders: ReadonlySet<string>;
}

export interface Making extends Context {
  readonly title: string;
  /** Since when what holds it is there. */
  readonly from: Release;
}

/** A new part, and what it leaves to decide. */
export interface Made {
  readonly shape: Shape;
  readonly decisions: readonly Omit<Decision, "subject" | "place">[];
}

/** Makes the shape of a part that the spec does not have. */
export function makeShape(facts: Facts, { title, from, known, holders }: Making): Made {
  const chosen = chooseShape(facts, known);
  const since = findLatest(facts);
  const date =
    isDocumented(facts) && since !== undefined && since > from ? { "x-added-in": formatRelease(since) } : {};
  const { type, items, ...rest } = chosen.shape;
  const isOpen = !holders.has(toKey(facts.subject));
  const inner = { title, isOpen };
  const shape = {
    ...titleFor(type, facts, title),
    description: placeholder,
    type,
    ...rest,
    ...(type === "object" && openIf(isOpen)),
    ...(items ? {} : describeValues(facts, since ?? from)),
    ...date,
    ...(facts.about.has("plan") && { "x-planned": true }),
    ...(isDocumented(facts) ? { "x-provenance": makeProvenance(facts, chosen) } : { "x-seen": facts.seenAs }),
    ...(items && { items: makeItems(items, facts, inner) }),
    ...(type === "object" && !isOpen && { properties: {} }),
  } as Shape;
  return { shape, decisions: listDecisions(facts, chosen, from) };
}

const titleFor = (type: Shape["type"], { values }: Facts, title: string): Pick<Shape, "title"> =>
  type === "object" || (type === "string" && values.length > 0) ? { title } : {};

const openIf = (isOpen: boolean): Pick<Shape, "x-open"> => (isOpen ? { "x-open": true } : {});

function makeItems(items: Shape, facts: Facts, { title, isOpen }: { title: string; isOpen: boolean }): Shape {
  if (items.type !== "object")
    return { ...items, ...(facts.values.length > 0 && { title, enum: namesIn(facts) }) };
  return { title, description: placeholder, type: "object", ...(isOpen ? openIf(true) : { properties: {} }) };
}

const namesIn = ({ values }: Facts): readonly string[] => values.map(({ value }) => value);

/** Values that came later than their part say so. */
function describeValues(facts: Facts, since: Release): Shape {
  if (facts.values.length === 0) return {};
  const later = facts.values.flatMap((each) =>
    each.since !== undefined && each.since > since ? [[each.value, formatRelease(each.since)]] : [],
  );
  return {
    enum: namesIn(facts),
    ...(later.length > 0 && { "x-enum-added-in": Object.fromEntries(later) as Record<string, string> }),
  };
}

function makeProvenance(facts: Facts, { guess }: ChosenShape): Provenance {
  const basis = describeSource(facts);
  const words = guess ? `${basis}, ${guess.words}` : basis;
  if (facts.isSideGuessed) {
    return {
      kind: "assumed",
      of: ["existence"],
      basis: `${words}. It does not say whether requests or answers have it.`,
    };
  }
  return guess
    ? { kind: guess.kind, of: ["shape"], basis: `${words}.` }
    : { kind: "documented", basis: `${words}.` };
}

function listDecisions(facts: Facts, { guess, conflict }: ChosenShape, from: Release): Made["decisions"] {
  const [first, ...others] = facts.since;
  const since = findLatest(facts);
  return [
    { kind: "write", message: "Describe it in words of your own." },
    ...(guess
      ? [{ kind: "confirm" as const, message: `The source names it ${guess.words}. Find out what it holds.` }]
      : []),
    ...(first === undefined && isDocumented(facts)
      ? [
          {
            kind: "confirm" as const,
            message: "The source names no release: it is proposed as if it had always been there.",
          },
        ]
      : []),
    ...(conflict === undefined ? [] : [{ kind: "confirm" as const, message: conflict }]),
    ...(first !== undefined && others.length > 0
      ? [
          {
            kind: "confirm" as const,
            message: `The sources give it to ${listWords(
              facts.since.map((each) => `v${formatRelease(each)}`),
              "and",
            )}: the later one is proposed.`,
          },
        ]
      : []),
    ...(since !== undefined && since < from
      ? [
          {
            kind: "confirm" as const,
            message: `The source gives it to v${formatRelease(since)}, and the spec has what holds it since v${formatRelease(from)}: no release is proposed.`,
          },
        ]
      : []),
  ];
}
