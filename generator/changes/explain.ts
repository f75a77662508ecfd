import {
  describeAdded,
  describeLack,
  describeReleases,
  describeRemoved,
  describeSpans,
  describeType,
} from "../contract/describe.js";
import { createSideShapes } from "./compare-sides.js";
import { type PartDoubt, listPropertyDoubts, toPartDoubts } from "../contract/doubts.js";
import { createSnapshots, type Snapshot, type Snapshots, typeAt } from "../contract/lattice/snapshot.js";
import {
  enumTreesIn,
  isRequired,
  objectTreesIn,
  type ObjectTree,
  type PropertyTree,
} from "../contract/lattice/tree.js";
import type {
  Direction,
  EnumValueModel,
  EventModel,
  ObjectModel,
  Model,
  ProductModel,
  PropertyModel,
  Prose,
  StandingModel,
} from "../contract/model/model.js";
import {
  type BodyProperty,
  type BodyPropertyGroup,
  listEventNames,
  newestType,
} from "../contract/model/paths.js";
import { type Outcome, success } from "../base/problem/problem.js";
import { standings as order } from "../contract/read/dialect.js";
import { errorRequestName } from "../contract/read/files.js";
import { groupBy } from "../contract/read/values.js";
import { listWords } from "../base/text/words.js";
import { createFleet, type Fleet, getCoverage, latestRelease, releaseFleet } from "../base/time/fleet.js";
import { baseline, formatRelease, type Release } from "../base/time/release.js";
import {
  always,
  covers,
  existsAt,
  existsInEvery,
  existsInSome,
  existsStill,
  addedIn,
  removedIn,
  intersect,
  type Spans,
  uniteAll,
  within,
} from "../base/time/spans.js";
import { explainAbsence, formatReason } from "../contract/view/reasons.js";
import { type FoundParts, findParts, listValues, type PathMatch } from "./find-part.js";
import { moveEnd } from "./release-range.js";

export type Explanation = Readonly<ReturnType<typeof explainProperties>>;

/** `foundBy`: whether the text is a path, or only the last name on the paths of the matches, a value or a doubt of them. */
export interface Explanations extends Pick<FoundParts, "foundBy"> {
  readonly matches: readonly Explanation[];
}

/**
 * Explains a path, once for requests and once for answers. A path is `form.fields[].separator`,
 * `/form/fields/*\/separator`, `FormField.separator`, `FormField`, an event, an error code, or an enum value:
 * `FormFieldType "label"`. The end of a path, a value alone, or the id of an erratum or open question finds every
 * place that has it.
 */
export function explain(path: string, fleet: Fleet, model: Model): Outcome<Explanations> {
  const found = findParts(path, model);
  if (!found.ok) return found;
  const { events, code, errorRequest, matches, foundBy } = found.value;
  const snapshots = createSnapshots(model);
  const explained = [
    ...events.map((event) => explainEvent(event, fleet, snapshots)),
    ...(code ? [explainCode(code, fleet, snapshots)] : []),
    ...(errorRequest ? [explainErrorRequest(errorRequest, fleet, model)] : []),
    ...matches.map((match) => {
      const isOfErrorRequest = match.properties[0].events.includes(errorRequestName);
      return isOfErrorRequest
        ? explainErrorProperty(match, fleet, model)
        : explainProperties(match, fleet, snapshots);
    }),
  ];
  return success({ foundBy, matches: explained });
}

function explainProperties(named: PathMatch, fleet: Fleet, snapshots: Snapshots) {
  const { properties, value } = named;
  const [{ direction, path, model, chain }] = properties;
  const spec = snapshots.model;
  const exists = findExistence(properties, snapshots);
  const events = listEventNames(properties);
  // No source says which products send or accept properties of requests. Standings name whole answers only.
  const isAnswer = direction === "response";
  const listTakers = (all: readonly (EventModel | ProductModel)[]) =>
    isAnswer ? all.flatMap(({ name, takes }) => renameTo(name, path, takes)) : [];
  return {
    kind: direction as Direction | "event" | "error-code" | "error-request",
    path,
    description: model.prose.description,
    /** Undefined for an event and an error code. */
    type: describeTypes(properties, fleet, snapshots) as string | undefined,
    value,
    valueDescription: listValues(model).find((each) => each.value === value)?.description,
    /** What to do about an error code. */
    cure: undefined as string | undefined,
    /** Undefined if all or none do. */
    requiredIn: findRequired(properties, exists),
    aside: chain.find(({ exclusion }) => exclusion)?.exclusion,
    events,
    isShared: events.length === spec.events.length,
    exists,
    isUndated: isUndatedProperty(exists, properties, spec),
    doubts: listPropertyDoubts(properties, spec),
    /**
     * How well an event and an answer are known to work together: listed per answer for an event, per event for an
     * answer.
     */
    standings: listTakers(spec.events) as readonly StandingModel[],
    /** The reason why generated code leaves an event out; undefined if some answer works in every shop. */
    leftOut: undefined as string | undefined,
    products: listTakers(spec.products),
    ...findAvailability(named, exists, fleet, snapshots),
  };
}

function findRequired(properties: BodyPropertyGroup, exists: Spans): Spans | undefined {
  const required = properties.map(({ model }) => model.required).reduce(intersect, exists);
  return required.length === 0 || covers(required, exists) ? undefined : required;
}

/** Copies the standing of a name to its counterpart on the other side. */
const renameTo = (name: string, known: string, standings: readonly StandingModel[]): StandingModel[] =>
  standings.filter((standing) => standing.name === known).map((standing) => ({ ...standing, name }));

function explainEvent(event: EventModel, fleet: Fleet, snapshots: Snapshots): Explanation {
  const { name, exists, prose, takes } = event;
  const { model } = snapshots;
  const isUnanswerable =
    getCoverage(fleet, exists) !== "no shop" && !createSideShapes(fleet, snapshots).response.body(event);
  return {
    ...explainWhole(name, exists, fleet, model),
    leftOut: isUnanswerable ? formatReason({ kind: "no-safe-response" }, fleet) : undefined,
    kind: "event",
    description: prose.description,
    events: [name],
    isUndated: isUndated(event),
    doubts: toPartDoubts(prose),
    standings: takes,
    products: model.products.flatMap((product) => renameTo(product.name, name, product.sends)),
  };
}

/** The doubts about all codes apply to each of the vendor's. An open question about the list does, if it names the code. */
function explainCode(code: EnumValueModel, fleet: Fleet, { model }: Snapshots): Explanation {
  const { value, exists, description = "", advice } = code;
  const codes = model.errorCodes?.values.includes(code) ? model.errorCodes : undefined;
  return {
    ...explainWhole(value, exists, fleet, model),
    kind: "error-code",
    description,
    cure: advice,
    doubts: codes
      ? toPartDoubts(codes.prose).filter(
          ({ doubt }) => doubt.kind !== "question" || doubt.question.known?.includes(value),
        )
      : [],
  };
}

/** The POS reports errors to every event, so no source dates the report. */
const explainErrorRequest = (
  { title, prose, properties }: ObjectModel,
  fleet: Fleet,
  model: Model,
): Explanation => ({
  ...explainWhole(title, always, fleet, model),
  kind: "error-request",
  description: prose.description,
  parts: properties.map(({ name, required }) => (existsStill(required) ? `${name} (required)` : name)),
  doubts: toPartDoubts(prose),
});

function explainErrorProperty({ properties }: PathMatch, fleet: Fleet, model: Model): Explanation {
  const [{ path, model: property }] = properties;
  return {
    ...explainWhole(path, property.exists, fleet, model),
    kind: "error-request",
    description: property.prose.description,
    type: describeType(newestType(property)),
    required: existsStill(property.required),
    doubts: listPropertyDoubts(properties, model),
  };
}

/** For what no event's body has. */
const explainWhole = (path: string, exists: Spans, fleet: Fleet, model: Model) => ({
  path,
  type: undefined,
  value: undefined,
  valueDescription: undefined,
  cure: undefined,
  required: false,
  requiredIn: undefined,
  parts: [],
  valuesLeftOut: [],
  aside: undefined,
  events: [],
  isShared: false,
  exists,
  isUndated: false,
  standings: [],
  leftOut: undefined,
  products: [],
  inFleet: getCoverage(fleet, exists),
  everywhereWith: undefined,
  inFleetElsewhere: undefined,
  reason: getCoverage(fleet, exists) === "every shop" ? undefined : describeAbsence(exists, fleet),
  flag: findFlag((other) => existsInEvery(exists, other.releases), fleet, model),
});

/** True if no source says which release added something, which is then assumed to have always existed. */
export const isUndated = ({ exists, prose }: { exists?: Spans | undefined; prose: Prose }): boolean =>
  addedIn(exists) === undefined && isReleaseOpen(prose);

/**
 * True if no source says which release added a property: it has no date, and neither has any separately documented
 * parent. It is assumed to be as old as its parent.
 */
function isUndatedProperty(exists: Spans, properties: readonly BodyProperty[], { events }: Model): boolean {
  const open = new Set(events.filter(isUndated).map(({ name }) => name));
  const isOpen = ({ events, chain }: BodyProperty) => {
    const last = chain.findLast((part) => isReleaseOpen(part.prose) || findDate(part) !== undefined);
    if (last) return findDate(last) === undefined;
    return addedIn(exists) === undefined && events.every((event) => open.has(event));
  };
  return properties.every(isOpen);
}

/** An object at the root of a body may have its date in its file. */
const findDate = (part: PropertyModel): Release | undefined =>
  addedIn(intersect(part.exists, uniteAll(newestType(part).map(({ exists }) => exists))));

const isReleaseOpen = ({ provenance, isAddition }: Prose): boolean =>
  isAddition === true ||
  (provenance !== undefined &&
    provenance.kind !== "documented" &&
    (provenance.of ?? ["existence"]).some((part) => part === "existence" || part === "release"));

/** Sorts from documented to contradicted. */
export const byStanding = (a: Pick<StandingModel, "standing">, b: Pick<StandingModel, "standing">): number =>
  order.indexOf(a.standing) - order.indexOf(b.standing);

/** Documented names come first. */
export const groupStandings = (standings: readonly StandingModel[]) =>
  [...groupBy(standings, ({ standing, basis }) => JSON.stringify([standing, basis])).values()]
    .map((group) => ({ ...group[0], names: group.map(({ name }) => name) }))
    .sort(byStanding);

/** An unknown release is null. */
export type ExplanationJson = ReturnType<typeof explanationToJson>;

export const explanationToJson = (match: Explanation) => ({
  kind: match.kind,
  path: match.path,
  events: match.events,
  description: match.description,
  ...(match.type !== undefined && { type: match.type, required: match.required }),
  ...(match.value !== undefined && { value: match.value }),
  ...(match.valueDescription !== undefined && { valueDescription: match.valueDescription }),
  ...(match.cure !== undefined && { cure: match.cure }),
  ...(match.parts.length > 0 && { parts: match.parts }),
  ...(match.requiredIn && { requiredIn: toSpansJson(match.requiredIn) }),
  planned: match.aside?.kind === "planned",
  ...(match.aside?.kind === "seen" && { seen: match.aside.where }),
  since: toReleaseJson(addedIn(match.exists)),
  removed: toReleaseJson(removedIn(match.exists)),
  lives: toSpansJson(match.exists),
  // An undated part is assumed to be as old as its parent, which says nothing of the shops.
  inFleet: match.isUndated && match.inFleet === "every shop" ? "not known" : match.inFleet,
  ...(match.everywhereWith && { everywhereWith: match.everywhereWith }),
  ...(match.reason !== undefined && { reason: match.reason }),
  ...(match.leftOut !== undefined && { reason: match.leftOut }),
  ...(match.flag !== undefined && { flag: match.flag }),
  ...(match.valuesLeftOut.length > 0 && { valuesLeftOut: match.valuesLeftOut }),
  ...(match.isUndated && { undated: true }),
  ...doubtsToJson(match.doubts),
  ...(match.standings.length > 0 && { standings: match.standings }),
  ...(match.products.length > 0 && { products: match.products }),
});

/** Open questions have a list of their own. Both lists are left out if they are empty. */
function doubtsToJson(all: readonly PartDoubt[]) {
  const doubts = all.flatMap(({ doubt, parent, events }) =>
    doubt.kind === "question" ? [] : [{ ...doubt, ...(parent && { parent }), ...(events && { events }) }],
  );
  const open = all.flatMap(({ doubt }) =>
    doubt.kind === "question" ? [{ id: doubt.question.id, question: doubt.question.question }] : [],
  );
  return { ...(doubts.length > 0 && { doubts }), ...(open.length > 0 && { open }) };
}

const toSpansJson = (spans: Spans) =>
  spans.map(({ from, until }) => ({ since: toReleaseJson(from), removed: toReleaseJson(until) }));

const toReleaseJson = (release: Release | undefined): string | null =>
  release === undefined ? null : formatRelease(release);

const findExistence = (properties: readonly BodyProperty[], { model, all }: Snapshots): Spans =>
  uniteAll(
    all()
      .filter((snapshot) => findAt(properties, snapshot, model) !== undefined)
      .map(({ exists }) => exists),
  );

function findAt(
  properties: readonly BodyProperty[],
  { release, object }: Snapshot,
  model: Model,
): PropertyTree | undefined {
  for (const { direction, names, events } of properties) {
    for (const event of model.events) {
      if (!events.includes(event.name) || !existsAt(event.exists, release)) continue;
      const [held] = findProperties(names, object(event[direction]));
      if (held) return held.property;
    }
  }
  return undefined;
}

/** With releases if the types differ. The newest type if no shop has the property. */
function describeTypes(properties: BodyPropertyGroup, fleet: Fleet, { model, at }: Snapshots): string {
  // For a list, look at all releases in between too, so that each type ends where it really does.
  const parts = createFleet(fleet, model).releases.flatMap((release) => {
    const snapshot = at(release);
    const property = findAt(properties, snapshot, model);
    return property ? [{ type: describeType(typeAt(property.model, release)), exists: snapshot.exists }] : [];
  });
  const [first, ...others] = [...groupBy(parts, ({ type }) => type)]
    .map(([type, group]) => ({ type, exists: uniteAll(group.map(({ exists }) => exists)) }))
    .filter(({ exists }) => existsInSome(exists, fleet.releases));
  if (!first) return describeType(newestType(properties[0].model));
  if (others.length === 0) return first.type;
  const all = uniteAll(parts.map(({ exists }) => exists));
  const types = [first, ...others].map(
    ({ type, exists }) => `${type} ${describeReleases(within(exists, all) ?? always)}`,
  );
  return listWords(types, "or");
}

/**
 * How many shops have a property with its events, the reason why others do not, and the option that selects a
 * fleet in which all do.
 */
function findAvailability(named: PathMatch, exists: Spans, fleet: Fleet, snapshots: Snapshots) {
  const { properties } = named;
  const [{ direction }] = properties;
  const { held, everywhere, elsewhere, isWhole } = divideByCoverage(properties, fleet, snapshots);
  const isDivided = !isWhole && everywhere.length > 0;
  const isEverywhere = isWhole && existsInEvery(exists, fleet.releases);
  const lacking = elsewhere.length > 0 ? findExistence(elsewhere, snapshots) : exists;
  const known = fleet.releases.filter((release) => existsAt(exists, release));
  const inSome = isDivided || known.length > 0;
  return {
    /** True if all these events always require it in the fleet. If no shop has it, the newest release decides. */
    required:
      held.length > 0
        ? held.every((tree) => isRequired(tree, direction))
        : properties.every(({ model: { required } }) =>
            known.length > 0 ? existsInSome(required, known) : existsStill(required),
          ),
    parts: listParts(held, direction),
    /** Values that are left out even though every shop has the property. */
    valuesLeftOut: isWhole && direction === "response" ? listOmittedValues(held, fleet, snapshots.model) : [],
    inFleet: isEverywhere ? "every shop" : inSome ? "some shops" : "no shop",
    /**
     * Set if every shop with these events has the property in them, but some shop lacks one of the events, or some
     * other event lacks the property.
     */
    everywhereWith: !isEverywhere && everywhere.length > 0 ? listEventNames(everywhere) : undefined,
    /** The coverage with the other events; undefined if there are none. */
    inFleetElsewhere: isDivided ? getCoverage(fleet, lacking) : undefined,
    reason: isWhole ? undefined : describeAbsence(lacking, fleet),
    flag: isWhole ? undefined : findFlag(createFleetTest(named, fleet, snapshots), fleet, snapshots.model),
  };
}

/** For example `discountId (required)`, if it always is. */
function listParts(held: readonly PropertyTree[], direction: Direction): string[] {
  const objects = held.flatMap(({ type }) => objectTreesIn(type));
  const parts = objects.flatMap(({ properties }) => [...properties]);
  const optional = new Set(parts.filter(([, part]) => !isRequired(part, direction)).map(([name]) => name));
  const names = [...new Set(parts.map(([name]) => name))];
  return names.map((name) => (optional.has(name) ? name : `${name} (required)`));
}

function describeAbsence(exists: Spans, fleet: Fleet): string {
  const lacking = fleet.releases.filter((release) => !existsAt(exists, release));
  if (lacking.length === 0) return formatReason({ kind: "nothing-common" }, fleet);
  const [from, until] = [addedIn(exists), removedIn(exists)];
  const coverage = getCoverage(fleet, exists);
  if (from !== undefined && lacking.every((release) => release < from))
    return describeAdded(from, coverage, fleet);
  if (until !== undefined && lacking.every((release) => release >= until))
    return describeRemoved(until, coverage, fleet);
  const history = describeSpans(exists);
  return exists.length === 0 ? history : `${history}; ${describeLack(coverage, fleet)}`;
}

/**
 * Divides properties by event: those that every shop with the event has, and the others. Leaves out events that
 * the fleet does not know or cannot answer.
 */
function divideByCoverage(properties: readonly BodyProperty[], fleet: Fleet, snapshots: Snapshots) {
  const { events, envelope } = snapshots.model;
  const shapes = createSideShapes(fleet, snapshots);
  const parts = properties.flatMap((property) => {
    const { direction, names } = property;
    const isShared = envelope[direction].properties.some(({ name }) => name === names[0]);
    return events.flatMap((event) => {
      const root = property.events.includes(event.name) ? shapes[direction].body(event) : undefined;
      if (!root) return [];
      // The envelope exists in every shop, even if the event is newer.
      const held = findProperties(names, root, isShared ? fleet.spans : root.exists);
      const own = { ...property, events: [event.name] };
      // The parent's type may differ at a release, even if every parent of one type has the property.
      const isThere = (release: Release) =>
        findAt([own], snapshots.at(release), snapshots.model) !== undefined;
      const isEverywhere =
        held.some((each) => each.isEverywhere) &&
        fleet.releases.every((release) => !existsAt(event.exists, release) || isThere(release));
      return [{ ...own, held, isEverywhere }];
    });
  });
  const everywhere = parts.filter(({ isEverywhere }) => isEverywhere);
  const elsewhere = parts.filter(({ isEverywhere }) => !isEverywhere);
  const held = parts.flatMap((part) => part.held.map(({ property }) => property));
  return { held, everywhere, elsewhere, isWhole: everywhere.length > 0 && elsewhere.length === 0 };
}

/** `isEverywhere` is true if every shop that has the object in these spans has the properties. */
function findProperties(
  [name = "", ...rest]: readonly string[],
  { properties }: ObjectTree,
  spans = always,
): { property: PropertyTree; isEverywhere: boolean }[] {
  const property = properties.get(name);
  if (!property) return [];
  const isThere = covers(property.exists, spans);
  if (rest.length === 0) return [{ property, isEverywhere: isThere }];
  return objectTreesIn(property.type)
    .flatMap((object) => findProperties(rest, object, object.exists))
    .map((held) => ({ ...held, isEverywhere: isThere && held.isEverywhere }));
}

/** Includes the reason, and the option that would allow the value. */
function listOmittedValues(answered: readonly PropertyTree[], fleet: Fleet, model: Model) {
  const closed = answered.flatMap(({ type }) => enumTreesIn(type)).filter(({ open }) => !open);
  const left = closed.flatMap(({ values, model: { values: all } }) =>
    all.filter(({ value }) => !values.has(value)),
  );
  return [...new Set(left)].map(({ value, exists }) => ({
    value,
    reason: formatReason(explainAbsence(exists, fleet), fleet),
    flag: findFlag((other) => existsInEvery(exists, other.releases), fleet, model),
  }));
}

function createFleetTest({ properties, value }: PathMatch, fleet: Fleet, snapshots: Snapshots) {
  const { model } = snapshots;
  const isAnswer = properties[0].direction === "response";
  const takes = ({ type }: PropertyTree) =>
    value === undefined ||
    enumTreesIn(type).some(({ values, open }) => values.has(value) || (open && isAnswer));
  const isLacking = (release: Release) => {
    const { held, elsewhere } = divideByCoverage(properties, releaseFleet(release, model), snapshots);
    return elsewhere.length > 0 || !held.every(takes);
  };
  // Skip fleets that contain a release without it: testing one is slow.
  const without = new Set([...fleet.releases, baseline, ...model.changes].filter(isLacking));
  return (other: Fleet): boolean =>
    !other.releases.some((release) => without.has(release)) &&
    divideByCoverage(properties, other, snapshots).isWhole;
}

/**
 * The smallest change to the options after which every shop has the part. A list keeps only the releases that have
 * the part, if any do. A range gets a higher minimum or a lower maximum. Undefined if no change works, or if every
 * shop already has the part.
 */
function findFlag(has: (fleet: Fleet) => boolean, fleet: Fleet, model: Model): string | undefined {
  if (has(fleet)) return undefined;
  const releases = fleet.isList ? fleet.releases.filter((each) => has(releaseFleet(each, model))) : [];
  const list = releases
    .map((first) => moveEnd("min", first, { ...fleet, releases }, model))
    .find((shorter) => has(shorter));
  if (list) return `--versions ${list.releases.map(formatRelease).join(",")}`;
  const range = fleet.isList ? { min: baseline, max: latestRelease(model) } : fleet;
  const min = model.changes.find(
    (release) => release > range.min && has(moveEnd("min", release, range, model)),
  );
  if (min !== undefined) return `--min-version ${formatRelease(min)}`;
  // The newest suitable release may be one that changes nothing.
  const max = model.releases.findLast(
    ({ release }) =>
      range.min <= release && release < range.max && has(moveEnd("max", release, range, model)),
  );
  return max && `--max-version ${formatRelease(max.release)}`;
}
