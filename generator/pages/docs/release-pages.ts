import type { Cell, ListItem, Table } from "../blocks/block.js";
import {
  code,
  emphasis,
  hasContent,
  joinTexts,
  link,
  listTexts,
  nameText,
  nothing,
  strong,
  text,
  type Text,
  toText,
} from "../blocks/text.js";
import { bullets, coverageText, nestedBullets, releaseText, table } from "../blocks/builders.js";
import { type Change, isShared } from "../../changes/change.js";
import { diffReleases, type ReleaseChanges } from "../../changes/diff.js";
import { findExistence, isUndated, isUndatedProperty } from "../../changes/explain.js";
import type { Direction } from "../../contract/model/model.js";
import {
  type BodyProperty,
  type BodyPropertyGroup,
  groupByPath,
  listEventNames,
  newestType,
} from "../../contract/model/paths.js";
import { errorRequestName } from "../../contract/read/files.js";
import { groupBy } from "../../contract/read/values.js";
import { getCoverage } from "../../base/time/fleet.js";
import { baseline, type Release } from "../../base/time/release.js";
import { existsAt, addedIn, removedIn, spanBetween, type Spans } from "../../base/time/spans.js";
import { formatReason } from "../../contract/view/reasons.js";
import { eventText, linkToEvent, linkToObject } from "../links.js";
import type { PageData } from "../page-data.js";
import { notKnown } from "../prose/fleet-text.js";
import { type Page, pagePaths } from "../page.js";

/** Newest first, then by event. Includes changes that the fleet cannot use. */
export function releasesPage(data: PageData): Page {
  const { fleet, releases, omissions } = data.fleetView;
  const history = diffReleases(data.snapshots, { min: baseline, max: Infinity as Release });
  const changes = new Map(history.map((brought) => [brought.release, listReleaseEntries(brought, data)]));
  return data.templates.page("releases", "reference", {
    releases: nestedBullets(
      [...releases].reverse().map(({ release, date, summary }) => ({
        text: text`${strong(releaseText(release))}${date === undefined ? nothing : text` (${date})`}: ${summary}`,
        items: changes.get(release) ?? [],
      })),
    ),
    oldest: releaseText(fleet.min),
    byEvent: history
      .filter(({ release }) => release > fleet.min)
      .reverse()
      .map((brought) => ({
        release: releaseText(brought.release),
        changes: nestedBullets(listEventEntries(brought, data)),
      })),
    leftOut: bullets(
      omissions.map(({ what, reason }) => text`${code(what)}, ${formatReason(reason, fleet)}`),
    ),
  });
}

const listReleaseEntries = (brought: ReleaseChanges, data: PageData): Text[] =>
  listChangeEntries(brought.changes, data, (change) =>
    isShared(change, brought) ? nothing : text`only ${eventList(change, data)}`,
  );

/** Changes of all events come first. */
function listEventEntries(brought: ReleaseChanges, data: PageData): ListItem[] {
  const own = brought.changes.filter((change) => !isShared(change, brought));
  const names = [...new Set(own.flatMap(({ events }) => events))].sort();
  const groups = [
    { title: text`Every event`, changes: brought.changes.filter((change) => isShared(change, brought)) },
    ...names.map((name) => ({
      title: eventName(name, data),
      changes: own.filter(({ events }) => events.includes(name)),
    })),
  ];
  return groups
    .filter(({ changes }) => changes.length > 0)
    .map(({ title, changes }) => ({
      text: title,
      items: listChangeEntries(changes, data, () => nothing),
    }));
}

/** Properties added together to one object share an entry. */
function listChangeEntries(
  changes: readonly Change[],
  data: PageData,
  toEvents: (change: Change) => Text,
): Text[] {
  const entries = changes.map((change) => {
    const events = toEvents(change);
    // Below an event, omit its name.
    const own = hasContent(events) ? eventList(change, data) : nothing;
    return {
      before: kindText(change),
      path: change.pointer === "" ? own : nameText(formatPointer(change.pointer)),
      after: afterText(change, events, data),
    };
  });
  return [...groupBy(entries, ({ before, after }) => JSON.stringify([before, after])).values()].map(
    (group) => {
      const [{ before, after }] = group;
      const paths = joinTexts(
        group.map(({ path }) => path),
        ", ",
      );
      return hasContent(paths) ? text`${before}: ${paths}${after}` : text`${before}${after}`;
    },
  );
}

/** For example `property added`. */
function kindText({ code, direction, pointer }: Change): Text {
  const words = code.replaceAll("-", " ");
  if (pointer === "" || code.includes("answer")) return toText(words);
  return direction === "request" ? text`${words} in the request` : text`${words} in the answer`;
}

/** For example `form.fields[].separator`. */
const formatPointer = (pointer: string): string =>
  pointer.slice(1).replaceAll("/*", "[]").replaceAll("/", ".");

function afterText(change: Change, events: Text, data: PageData): Text {
  const { code, pointer, verdict, advice, direction } = change;
  const sentence = verdict === "safe" && !code.includes("value") ? nothing : text`. ${advice}`;
  if (pointer === "") return sentence;
  // Several objects can be at one path if events have variants. The first one counts.
  const pages = data.paths
    .at({ direction, path: pointer })
    .flatMap((property) => findPage(property, data) ?? []);
  const see = pages[0] === undefined ? nothing : text`see ${linkToObject(pages[0])}`;
  const details = joinTexts([see, events], "; ");
  return hasContent(details) ? text` (${details})${sentence}` : sentence;
}

const eventList = ({ events }: Change, data: PageData): Text =>
  listTexts(
    events.map((name) => eventName(name, data)),
    "and",
  );

function eventName(name: string, data: PageData): Text {
  if (name === errorRequestName) return text`the error request`;
  return data.events.some((event) => event.name === name) ? linkToEvent(name) : toText(name);
}

/** A matrix of all events and properties, and the releases that changed any of them. */
export function matrixPage(data: PageData): Page {
  return data.templates.page("matrix", "reference", {
    oldest: describeOldest(data),
    products: data.model.products.length,
    events: [eventTable(data)],
    requests: [propertyTable("request", data)],
    answers: [propertyTable("response", data)],
  });
}

const eventTable = (data: PageData): Table =>
  table(
    ["Event", ...timeColumns(data)],
    data.model.events.map((event) => [
      eventText(event.name, data),
      ...(isUndated(event) ? undatedCells(event.exists, data) : timeCells(event.exists, data)),
    ]),
  );

function propertyTable(direction: Direction, data: PageData): Table {
  const groups = groupByPath(data.paths.properties).filter(
    ([{ direction: own, chain }]) =>
      own === direction && !chain.some(({ exclusion }) => exclusion?.kind === "seen"),
  );
  return table(
    ["Property", ...timeColumns(data), "Events"],
    groups.map((group) => {
      const [property] = group;
      const page = findPage(property, data);
      const name = nameText(property.path);
      const shown = page === undefined ? name : link(name, pagePaths.object(page));
      return [shown, ...propertyCells(group, data), eventsText(group, data)];
    }),
  );
}

function propertyCells(group: BodyPropertyGroup, data: PageData): Cell[] {
  if (group[0].chain.some(({ exclusion }) => exclusion?.kind === "planned"))
    return [coverageText("no shop"), emphasis("planned"), ...fillColumns(() => nothing, data)];
  const exists = findExistence(group, data.snapshots);
  if (isUndatedProperty(exists, group, data.model)) return undatedCells(exists, data);
  const [coverage, ...times] = timeCells(exists, data);
  return [group.some((property) => isWithoutValue(property, data)) ? noValue : coverage, ...times];
}

const noValue = strong("no value works in every shop");

/** True if each shop has the property but their releases share no value, so the fleet leaves it out. */
function isWithoutValue({ direction, holders, model }: BodyProperty, { fleetView }: PageData): boolean {
  const what = [...holders.slice(-1).map(({ title }) => title), model.name].join(".");
  return (
    direction === "response" &&
    fleetView.omissions.some(
      (omission) => omission.what === what && omission.reason.kind === "nothing-common",
    )
  );
}

/** Rows with more names are too long to read. */
const maxNames = 3;

function eventsText(group: BodyPropertyGroup, data: PageData): Text {
  const count = data.model.events.length;
  const events = listEventNames(group);
  if (events.length === count) return text`all`;
  if (events.length > maxNames) return text`${events.length} of ${count}`;
  const names = events.map((event) => eventText(event, data));
  return joinTexts(names, ", ");
}

/** The fleet's column, a column for each release that changed something, and one for older releases. */
const timeColumns = (data: PageData): Text[] => [
  text`In your fleet`,
  text`Since`,
  ...listColumnReleases(data).map(releaseText),
  describeOldest(data),
];

/** Leaves out releases up to the oldest shop. */
const listColumnReleases = ({ model, fleet }: PageData): Release[] =>
  model.changes.filter((release) => release > fleet.min).reverse();

const describeOldest = ({ model, fleet }: PageData): Text =>
  fleet.min === baseline
    ? text`before ${releaseText(model.changes[0] ?? baseline)}`
    : text`${releaseText(fleet.min)} or before`;

const fillColumns = (toCell: (release: Release) => Cell, data: PageData): Cell[] =>
  [...listColumnReleases(data), data.fleet.min].map(toCell);

/** No source says which of these releases have the property. */
const undatedCells = (exists: Spans, data: PageData): Cell[] => [
  nothing,
  notKnown,
  ...fillColumns((release) => (existsAt(exists, release) ? text`?` : nothing), data),
];

function timeCells(exists: Spans, data: PageData): [Cell, ...Cell[]] {
  const { fleet } = data;
  const [since = baseline, removed = Infinity] = [addedIn(exists), removedIn(exists)];
  const toCell = (release: Release): Cell => (existsAt(exists, release) ? true : nothing);
  return [
    coverageText(getCoverage(fleet, exists)),
    { exists: spanBetween(addedIn(exists), undefined), coverage: "every shop" },
    ...listColumnReleases(data).map((release) => {
      if (release === removed) return strong("removed");
      return release === since ? strong("new") : toCell(release);
    }),
    removed <= fleet.min ? strong("removed") : toCell(fleet.min),
  ];
}

/** The page of the surrounding object or, at the root of a body, of the object in the property. */
function findPage({ model, chain, holders }: BodyProperty, { objects }: PageData): string | undefined {
  const kinds = newestType(model).map(({ kind }) => kind);
  const held = kinds.find((kind) => kind.kind === "object")?.object.title;
  const title = chain.length > 1 ? holders.at(-1)?.title : held;
  return objects.find(({ name }) => name === title)?.name;
}
