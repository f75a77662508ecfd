import { quote } from "../base/text/quote.js";
import { listWords } from "../base/text/words.js";
import { baseline, formatRelease } from "../base/time/release.js";
import { addedIn, covers, existsAt, spanBetween } from "../base/time/spans.js";
import type { SourceLocation } from "../base/problem/problem.js";
import type { KindModel, ObjectModel } from "../contract/model/model.js";
import { listEventNames, type BodyProperty } from "../contract/model/paths.js";
import { errorRequestName } from "../contract/read/files.js";
import { groupBy } from "../contract/read/values.js";
import { listObjects } from "../contract/traffic/body-parts.js";
import { findSince, isSeenIn, type Contract } from "./contract.js";
import { findPlace, isMadeOfData, listValues, toShape, toSighting } from "./sightings.js";
import {
  hashSentence,
  nameSubject,
  type Aspect,
  type DriftFinding,
  type DriftVerdict,
} from "./source-content.js";
import { hasDataNames, itemsName, type Count, type Counts, type SeenHolder, type SeenPart } from "./tally.js";
import type { Shop, Tally } from "./tally.js";
import { recordingTitle, unlisted } from "./value-kinds.js";

/** Compares the parts of recorded bodies with the contract. Names and counts, no values. */
export function judgeTally(tally: Tally): readonly DriftFinding[] {
  const parts = [...tally.seen.values()];
  const events = listUnknownEvents(tally);
  const unknown = groupBy(parts.filter(isTopmostUnknown), ({ name, holder, counts }) => {
    const [only = "", ...others] = counts.keys();
    const isOwn = others.length === 0 && events.includes(only) && holder.path === "";
    return JSON.stringify(isOwn ? [only] : [findHome(holder) ?? nameSubject(holder), name]);
  });
  return [
    ...events.map((event) => judgeEvent(event, unknown.get(JSON.stringify([event])) ?? [], tally)),
    ...[...unknown].flatMap(([key, same]) =>
      events.some((event) => key === JSON.stringify([event])) ? [] : judgeUnknown(same, tally),
    ),
    ...parts.flatMap((part) => judgeKnown(part, tally, events)),
    ...[...tally.holders.values()].flatMap(judgeNames),
  ];
}

const listUnknownEvents = ({ holders, has }: Tally): readonly string[] =>
  [...(holders.get("request ")?.counts.keys() ?? [])].filter(
    (event) => event !== errorRequestName && !has({ side: "event", path: event }),
  );

/** What is inside an unknown part belongs to its finding. */
const isTopmostUnknown = ({ properties, name, holder }: SeenPart): boolean =>
  properties.size === 0 && name !== itemsName && !hasDataNames(holder) && listHolders(holder).length > 0;

const listHolders = ({ types }: SeenHolder): readonly ObjectModel[] => listObjects([...types]);

/** The place of the object in the spec. Undefined for bodies, whose objects have files of their own. */
const findHome = (holder: SeenHolder): SourceLocation | undefined =>
  holder.path === "" ? undefined : listHolders(holder)[0]?.place;

interface Difference {
  readonly verdict: DriftVerdict;
  readonly about: Aspect;
  readonly message: string;
}

function toFinding(
  part: SeenPart,
  { verdict, about, message }: Difference,
  some: Counts,
  all: Counts,
): DriftFinding {
  const { side, path } = part;
  const hash = hashSentence(`${about} ${message}`);
  const seen = toSighting(some, all);
  return { verdict, subject: { side, path }, about, place: findPlace(some), message, hash, seen };
}

function judgeEvent(event: string, own: readonly SeenPart[], tally: Tally): DriftFinding {
  const all = tally.holders.get("request ")?.counts ?? new Map<string, Map<Shop, Count>>();
  const some = filterCounts(all, (name) => name === event);
  const alike = tally.model.events.find(({ name }) => name.toLowerCase() === event.toLowerCase());
  const message = `not in the spec${alike ? `, which has ${quote(alike.name)}` : ""}`;
  return {
    verdict: "new",
    subject: { side: "event", path: event },
    about: "existence",
    place: findPlace(some),
    message,
    isAlike: alike !== undefined,
    hash: hashSentence(`existence ${message}`),
    seen: toSighting(some, all),
    shapes: own.map((part) =>
      toShape(
        part,
        filterCounts(part.holder.counts, (name) => name === event),
        tally,
      ),
    ),
    carries: [...tally.seen.values()]
      .filter(
        ({ holder, properties, counts }) => holder.path === "" && properties.size > 0 && counts.has(event),
      )
      .map(({ name }) => name),
  };
}

/** @param same The part at each path of the same object. */
function judgeUnknown(same: readonly [SeenPart, ...SeenPart[]], tally: Tally): DriftFinding {
  const [part] = same;
  const { name, holder, counts } = part;
  const known = listHolders(holder);
  const alike = known
    .flatMap(({ properties }) => properties)
    .find((each) => each.name.toLowerCase() === name.toLowerCase());
  const isOpen = known.some(({ open }) => open);
  const title = known[0]?.title ?? "";
  const more = alike
    ? `, which has ${quote(alike.name)}`
    : isOpen
      ? `, which does not list all parts of ${title}`
      : "";
  const difference = {
    verdict: isOpen ? "agrees" : "new",
    about: "existence",
    message: `not in the spec${more}`,
  } as const;
  const shapes = same.map((each) => toShape(each, each.holder.counts, tally));
  return {
    ...toFinding(part, difference, counts, holder.counts),
    shapes,
    home: findHome(holder),
    isInOpen: isOpen,
  };
}

const judgeKnown = (
  part: SeenPart,
  contract: Contract,
  events: readonly string[],
): readonly DriftFinding[] => [
  ...judgePresence(part, contract, events),
  ...judgeReleases(part),
  ...judgeValues(part, contract),
  ...judgeMissing(part, contract),
];

/** The property may be planned, only seen elsewhere, or part of other events. */
function judgePresence(
  part: SeenPart,
  { paths }: Contract,
  newEvents: readonly string[],
): readonly DriftFinding[] {
  const { side, path, properties, counts, holder } = part;
  // All parts of a new event are new in it.
  const misplaced = filterCounts(part.misplaced, (event) => !newEvents.includes(event));
  const isNew = (about: Aspect, message: string, some: Counts): DriftFinding =>
    toFinding(part, { verdict: "new", about, message }, some, holder.counts);
  const exclusions = [...properties].map(({ exclusion }) => exclusion);
  const [aside] = exclusions;
  if (counts.size > 0 && aside && exclusions.every(Boolean) && !isSeenIn(aside, recordingTitle))
    return [
      isNew(
        "existence",
        aside.kind === "planned"
          ? "is sent; the spec has it as announced"
          : `is sent; the spec has it only as seen in ${aside.where}`,
        counts,
      ),
    ];
  if (misplaced.size === 0) return [];
  const known = listEventNames(paths.at({ direction: side, path }));
  const message = `is in ${listWords([...misplaced.keys()], "and")}; the spec has it only in ${listWords(known, "and")}`;
  return [isNew("events", message, misplaced)];
}

/** Only for shops whose release the user names: what requests prove follows from the contract. */
function judgeReleases(part: SeenPart): readonly DriftFinding[] {
  const { properties, counts, holder } = part;
  const known = [...properties].filter(({ exclusion }) => !exclusion);
  const some = filterCounts(counts, (_, { release }) => {
    return (
      release !== undefined && known.length > 0 && !known.some(({ exists }) => existsAt(exists, release))
    );
  });
  if (some.size === 0) return [];
  const since = known.flatMap(({ exists }) => addedIn(exists) ?? [])[0];
  const message =
    since === undefined
      ? "exists; the spec says it was removed"
      : `exists; the spec says since v${formatRelease(since)}`;
  return [toFinding(part, { verdict: "contradicts", about: "since", message }, some, holder.counts)];
}

function judgeValues(part: SeenPart, contract: Contract): readonly DriftFinding[] {
  const types = [...new Set([...part.types].map(({ kind }) => nameKind(kind)))];
  const isOpen = [...part.types].some(({ kind }) => kind.kind === "string" && kind.enum?.open);
  return [...part.faults].map(([fault, some]) => {
    if (fault !== unlisted) {
      const message =
        fault.startsWith("is ") && !fault.includes(" ", 3)
          ? `${fault}; the spec has ${listWords(types, "or")}`
          : fault;
      return toFinding(part, { verdict: "contradicts", about: "type", message }, some, part.counts);
    }
    const finding = toFinding(
      part,
      { verdict: isOpen ? "new" : "contradicts", about: "values", message: fault },
      some,
      part.counts,
    );
    const home = contract.paths.place({ direction: part.side, path: part.path });
    return { ...finding, home, seenValues: listValues(part) };
  });
}

const nameKind = (kind: KindModel): string =>
  kind.kind === "number" && kind.level !== "number" ? "integer" : kind.kind;

function judgeMissing(part: SeenPart, contract: Contract): readonly DriftFinding[] {
  const { side, path, missing, holder } = part;
  if (missing.size === 0) return [];
  const found = contract.paths.at({ direction: side, path });
  const some = filterCounts(missing, (event, shop) => {
    const here = found.filter(({ events }) => events.includes(event));
    return here.length > 0 && here.every((each) => isRequiredBy(shop, each));
  });
  if (some.size === 0) return [];
  const message = "is missing; the spec says required";
  return [toFinding(part, { verdict: "contradicts", about: "optional", message }, some, holder.counts)];
}

/** True if every release that the shop may run requires the property. Its parents are there. */
function isRequiredBy({ release, proved = baseline }: Shop, property: BodyProperty): boolean {
  const { required } = property.model;
  if (release !== undefined) return existsAt(required, release);
  const parents = findSince([property], property.names.length - 1);
  return covers(required, spanBetween(Math.max(proved, parents) as typeof proved, undefined));
}

function filterCounts(counts: Counts, isCounted: (event: string, shop: Shop) => boolean): Counts {
  const rows = [...counts].map(([event, shops]) => {
    return [event, new Map([...shops].filter(([shop]) => isCounted(event, shop)))] as const;
  });
  return new Map(rows.filter(([, shops]) => shops.size > 0));
}

/** An object with many unknown names, or with names that are no plain words, may use data as names. */
function judgeNames(holder: SeenHolder): readonly DriftFinding[] {
  const { side, path, strange, counts, types } = holder;
  if (types.size === 0 || !isMadeOfData(holder)) return [];
  const names = "has names that may be data: they are not plain words, or there are too many";
  const isBody = path === "";
  const message = isBody ? `a ${side} ${names}` : names;
  const subject = isBody ? undefined : { side, path };
  const isOpen = listHolders(holder).some(({ open }) => open);
  return [
    {
      verdict: isOpen ? "agrees" : "unread",
      subject,
      message,
      place: findPlace(strange) ?? findPlace(counts),
      hash: hashSentence(message),
      seen: toSighting(strange, counts),
    },
  ];
}
