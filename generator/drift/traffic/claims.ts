import {
  nameClaim,
  mostUnlisted,
  type Claim,
  type SourcePlace,
  type Statement,
  type Subject,
} from "../claim.js";
import type { Difference } from "../judge/compare.js";
import { errorRequestName } from "../../spec/files.js";
import type { Known } from "../judge/known.js";
import { compareSeen, type SeenStatement } from "../judge/seen.js";
import type { Spot } from "./records/record.js";
import { listPlaces, type Count, type Node } from "./tally/node.js";
import type { Root, Tally } from "./tally/tally.js";

/** One thing that the bodies of one event show. */
interface Sighting {
  readonly subject: Subject;
  readonly says: SeenStatement;
  readonly count: Count;
  /** Values that the spec does not list, as hashes. */
  readonly different?: ReadonlySet<string>;
}

/**
 * What a recording says: each path and statement once, for all events of which the spec says the same; once for each event where it
 * contradicts the spec, or where other events have it, so that a review of one event settles no other.
 */
export function listClaims(
  tally: Tally,
  known: Known,
  toPlace: (spot: Spot) => SourcePlace,
): readonly Claim[] {
  const roots = [...tally.roots.values()];
  const groups = new Map<string, Group>();
  for (const sighting of [...listEvents(tally), ...roots.flatMap(listSightings)]) {
    const { subject, says } = sighting;
    const difference = compareSeen(says, subject, known);
    const own = isOfEvents(sighting, difference, known) ? subject.events : undefined;
    const key = JSON.stringify([subject.side, subject.path, says, difference?.message ?? "", own]);
    const group = groups.get(key);
    if (group) group.sightings.push(sighting);
    else groups.set(key, { own, sightings: [sighting] });
  }
  const claims = [...groups.values()].map((group) => toClaim(group, toPlace));
  return claims.sort((a, b) => compareTexts(a.sentence.text, b.sentence.text));
}

/** What the bodies show of one path, where the spec says the same of it. */
interface Group {
  /** The event of which alone it is said. */
  readonly own: readonly string[] | undefined;
  readonly sightings: Sighting[];
}

/** Whether something differs in its own event, and not because no event of the spec has it. */
const isOfEvents = (
  { subject: { side, path }, says }: Sighting,
  difference: Difference,
  known: Known,
): boolean =>
  difference?.verdict === "contradicts" ||
  (difference?.verdict === "new" && !compareSeen(says, { side, path }, known));

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function listEvents({ roots, events }: Tally): readonly Sighting[] {
  const known = [...roots.values()].flatMap(({ side, event, node: { seen } }) =>
    side === "request" && event !== undefined && event !== errorRequestName && seen
      ? [[event, seen] as const]
      : [],
  );
  return [...known, ...events].map(([path, count]) => ({
    subject: { side: "event", path },
    says: { about: "existence", seen: true },
    count,
  }));
}

function listSightings({ side, event, node }: Root): readonly Sighting[] {
  const events = event === undefined ? undefined : [event];
  return listPlaces(node).flatMap((place) => {
    const subject = { side, path: place.path, ...(events && { events }) };
    return listStatements(place).map(([says, count]) => ({
      subject,
      says,
      count,
      different: place.different,
    }));
  });
}

function listStatements(node: Node): readonly (readonly [SeenStatement, Count])[] {
  const { path, seen, types, listed, unlisted, missing } = node;
  const values = { about: "values", all: false, seen: true } as const;
  return [
    ...(seen && !path.endsWith("[]") ? [[{ about: "existence", seen: true } as const, seen] as const] : []),
    ...[...types].map(([type, count]) => [{ about: "type", type, seen: true } as const, count] as const),
    ...[...listed].map(([value, count]) => [{ ...values, values: [value] }, count] as const),
    ...(unlisted ? [[{ ...values, values: [], unlisted: 1 }, unlisted] as const] : []),
    ...(missing ? [[{ about: "optional", optional: true, seen: true } as const, missing] as const] : []),
  ];
}

function toClaim({ own, sightings: group }: Group, toPlace: (spot: Spot) => SourcePlace): Claim {
  const [first] = [...group].sort((a, b) => a.count.first.number - b.count.first.number);
  if (!first) throw new Error("a group has a sighting");
  const events = group.flatMap(({ subject }) => subject.events ?? []).sort(compareTexts);
  const isOfAll = group.some(({ subject }) => subject.events === undefined);
  const { side, path } = first.subject;
  const says = { ...first.says, ...countUnlisted(group) };
  const subject = { side, path, ...(!isOfAll && { events }) };
  return {
    subject,
    says,
    sentence: {
      text: describe(subject, says, own),
      place: toPlace(first.count.first),
    },
    count: group.reduce((sum, { count }) => sum + count.bodies, 0),
  };
}

function countUnlisted(group: readonly Sighting[]): { readonly unlisted?: number } {
  if (!group.some(({ says }) => says.about === "values" && says.unlisted !== undefined)) return {};
  const different = new Set(group.flatMap((sighting) => [...(sighting.different ?? [])]));
  return { unlisted: Math.min(different.size, mostUnlisted + 1) };
}

/** What stands for the sentence: the same each time that it is seen, and no word of a body but plain names. */
function describe(subject: Subject, says: Statement, own: readonly string[] = []): string {
  const name = [nameClaim({ subject, says }), ...own.map((event) => `of ${event}`)].join(" ");
  if (says.about === "type") return `${name} ${says.type}`;
  if (says.about !== "values") return name;
  return says.unlisted === undefined
    ? `${name} ${says.values.join(" ")}`
    : `${name} that the spec does not list`;
}
