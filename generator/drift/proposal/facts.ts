import { ascending, byRelease, type Release } from "../../time/release.js";
import {
  toKey,
  type Claim,
  type ClaimedType,
  type SourcePlace,
  type Statement,
  type Subject,
} from "../claim.js";
import type { Judged } from "../judge/finding.js";
import type { SourceKind } from "../reading.js";

/** All that sources say of one subject that the spec does not have yet. */
export interface Facts {
  readonly subject: Subject;
  /** The kind of the source that knows best, and where in it. */
  readonly kind: SourceKind;
  readonly place: SourcePlace;
  /** What `x-seen` calls that source. */
  readonly seenAs: string;
  /** What is new of it. */
  readonly about: ReadonlySet<Statement["about"]>;
  readonly types: readonly ClaimedType[];
  /** Undefined if nothing says it. */
  readonly optional: boolean | undefined;
  /** Ascending; more than one if sources differ. */
  readonly since: readonly Release[];
  readonly values: readonly { readonly value: string; readonly since: Release | undefined }[];
  /** Whether there are values that nobody may read. */
  readonly hasUnlisted: boolean;
  readonly events: readonly string[];
  readonly date: string | undefined;
  /** Whether no source says on which side it is, and `guessSide` decided it. */
  readonly isSideGuessed?: boolean;
}

/** From the one that knows best what a till does. */
const authority: readonly SourceKind[] = ["definitions", "release notes", "traffic", "WSDL"];

interface Said {
  readonly claim: Claim;
  readonly kind: SourceKind;
  readonly seenAs: string;
}

/** Puts together what the sources newly say of each subject: releases first, then events, then parts before what they hold. */
export function collectFacts(judged: readonly Judged[]): readonly Facts[] {
  const groups = new Map<string, Said[]>();
  for (const said of judged.flatMap(listNew)) {
    const key = findKey(said.claim.subject, groups);
    const group = groups.get(key);
    if (group) group.push(said);
    else groups.set(key, [said]);
  }
  return [...groups.values()].map(sumUp).sort((a, b) => rank(a) - rank(b));
}

const listNew = ({ kind, seenAs = "a source", findings }: Judged): Said[] =>
  findings.flatMap(({ verdict, claim }) => (verdict === "new" && claim ? [{ claim, kind, seenAs }] : []));

/** What one source says without a side is of the side that another one names. */
function findKey(subject: Subject, groups: ReadonlyMap<string, unknown>): string {
  const { side, path } = subject;
  const sides = side === "body" ? (["response", "request"] as const) : ([side, "body"] as const);
  const keys = sides.map((each) => toKey({ side: each, path }));
  return keys.find((key) => groups.has(key)) ?? toKey(subject);
}

const rank = ({ subject: { side, path } }: Facts): number =>
  side === "release" ? -2 : side === "event" ? -1 : path.split(".").length;

function sumUp(said: readonly Said[]): Facts {
  const sorted = [...said].sort((a, b) => authority.indexOf(a.kind) - authority.indexOf(b.kind));
  const [{ claim, kind, seenAs }] = sorted as [Said, ...Said[]];
  const says = sorted.map((each) => each.claim.says);
  const sided = sorted.find((each) => each.claim.subject.side !== "body") ?? sorted[0];
  return {
    subject: (sided?.claim ?? claim).subject,
    kind,
    place: claim.sentence.place,
    seenAs,
    about: new Set(says.map(({ about }) => about)),
    types: [...new Set(says.flatMap((each) => (each.about === "type" ? [each.type] : [])))],
    optional: says.flatMap((each) => (each.about === "optional" ? [each.optional] : []))[0],
    since: [...new Set(says.flatMap((each) => (each.about === "since" ? [each.release] : [])))].sort(
      byRelease,
    ),
    values: listValues(says),
    hasUnlisted: says.some((each) => each.about === "values" && each.unlisted !== undefined),
    events: [
      ...new Set([
        ...sorted.flatMap((each) => each.claim.subject.events ?? []),
        ...says.flatMap((each) => (each.about === "events" ? each.events : [])),
      ]),
    ],
    date: says.flatMap((each) => (each.about === "date" ? [each.date] : []))[0],
  };
}

function listValues(says: readonly Statement[]): Facts["values"] {
  const values = new Map<string, Release | undefined>();
  for (const each of says.flatMap((one) => (one.about === "values" ? [one] : []))) {
    for (const value of each.values) values.set(value, each.since ?? values.get(value));
  }
  return [...values].map(([value, since]) => ({ value, since }));
}

/** Whether the vendor documents it, and not only something shows it. */
export const isDocumented = ({ kind }: Facts): boolean => kind === "definitions" || kind === "release notes";

/** Where sources differ, the later release: of what one sends, that is the safe reading. */
export const findLatest = ({ since }: Facts): Release | undefined => since.at(-1);

/** Every release that they name. */
export const listReleases = ({ since, values }: Facts): readonly Release[] =>
  ascending([...since, ...values.flatMap((value) => value.since ?? [])]);
