import type {
  Contract,
  EnumRow,
  EventRow,
  ObjectRow,
  PropertyRow,
} from "../../../templates/copied/validators/table.js";
import type { Fleet } from "../../base/time/fleet.js";
import type { Snapshots } from "../lattice/snapshot.js";
import type { Model } from "../model/model.js";
import type { EventView, ObjectView, PropertyView, View } from "../view/view.js";
import { collectTypes, hasPart, objectsIn, withoutShared } from "../view/walk.js";
import { collectEvidence, type Evidence, type ObjectEvidence } from "./evidence.js";
import { toEnumRow, toForbiddenRows, toPropertyRow, toSpanRows } from "./rows.js";

/**
 * The contract of a view as plain data: what the validators check, what a request proves, and what the spec has in
 * other releases. `templates/copied/validators/table.ts` describes the form. Each fact stands once, so the table grows
 * as the spec does.
 */
export function createTable(view: View, snapshots: Snapshots): Contract {
  const { fleet, events, commonRequest, errorRequest } = view;
  const evidence = collectEvidence(snapshots, fleet);
  const requests = listRequests(view, evidence);
  const answers = listAnswers(view);
  const objects = new Map([...requests, ...answers]);
  const nameBody = (body: ObjectView, common: ObjectView): string =>
    objects.has(body.name) ? body.name : common.name;
  const rows = events.map((event): readonly [string, EventRow] => {
    const [request, answer] = [
      nameBody(event.request, commonRequest),
      nameBody(event.response, view.commonResponse),
    ];
    return [event.name, { request, answer, ...toEventFacts(event, evidence, snapshots.model) }];
  });
  const contract: Contract = {
    fleet: { label: formatFleetRange(fleet), spans: toSpanRows(fleet.spans) },
    events: Object.fromEntries(rows),
    commonRequest: commonRequest.name,
    errorRequest: errorRequest.name,
    objects: Object.fromEntries(objects),
    enums: listEnums(view),
  };
  // Drops what is undefined.
  return JSON.parse(JSON.stringify(contract)) as Contract;
}

/** `48 to the latest`, `the first to 59`, `48 and 59`. */
function formatFleetRange({ label }: Fleet): string {
  const [min = "", max] = label.split("..");
  return max === undefined ? min : `${min || "the first"} to ${max || "the latest"}`;
}

function toEventFacts(
  event: EventView,
  { events }: Evidence,
  { polling }: Model,
): Omit<EventRow, "request" | "answer"> {
  const { name, exists, ownObjects: own, pollingOptional, echoes, request, response } = event;
  const isEnd = (property: PropertyView): boolean => property.name === polling?.ends.object;
  // The whole fleet must have the property on both sides.
  const echo = echoes.find((each) => [request, response].every((side) => hasPart(side, each)));
  return {
    own: own.length > 0 ? own : undefined,
    exists: exists && toSpanRows(exists),
    proves: events.get(name)?.proves,
    repeated: pollingOptional || undefined,
    // Some shop accepts no answer that ends polling.
    endsItself: (!pollingOptional && !response.properties.some(isEnd)) || undefined,
    echo: echo && [echo.object, echo.property],
  };
}

type NamedRow = readonly [name: string, row: ObjectRow];

/** Also the objects that only other releases have: what is in them proves a release, too. */
function listRequests(view: View, evidence: Evidence): readonly NamedRow[] {
  const { commonRequest: common, errorRequest, events, fleet } = view;
  const toRow = (object: ObjectView, facts: ObjectEvidence = new Map()): ObjectRow => ({
    open: object.open || undefined,
    properties: {
      ...mapProperties(object, (each) => addEvidence(toPropertyRow(each, "request", fleet), each, facts)),
      ...toOutsideRows(facts, object.properties),
    },
  });
  const bodies = events.map(({ request }) => request);
  const inner = listInner(common, bodies, errorRequest);
  const others = [...evidence.objects].filter(([title]) => !inner.some(({ name }) => name === title));
  const rows: readonly NamedRow[] = [
    [common.name, toRow(common, evidence.common)],
    ...events.map(({ name, request }): NamedRow => {
      const facts = evidence.events.get(name)?.properties;
      return [request.name, { base: common.name, ...toRow(withoutShared(request, common), facts) }];
    }),
    ...inner.map((object): NamedRow => [
      object.name,
      toRow(object, evidence.objects.get(object.name)?.properties),
    ]),
    ...others.map(([title, { open, properties }]): NamedRow => {
      return [title, { open: open || undefined, properties: toOutsideRows(properties) }];
    }),
  ];
  return rows.filter(hasFacts);
}

function listAnswers({ commonResponse, foreignAnswers, events, fleet }: View): readonly NamedRow[] {
  const toRow = (object: ObjectView): ObjectRow => ({
    open: object.open || undefined,
    properties: mapProperties(object, (each) => toPropertyRow(each, "response", fleet)),
    forbidden: toForbiddenRows(object.forbidden, fleet),
  });
  // An answer that only some events accept is forbidden in the common part; those events allow it themselves.
  const forbidden = [...commonResponse.forbidden, ...foreignAnswers.forbidden];
  const common = { ...commonResponse, forbidden };
  const bodies = events.map(({ response }) => response);
  const inner = listInner(common, bodies);
  const rows: readonly NamedRow[] = [
    [common.name, toRow(common)],
    ...bodies.map((body): NamedRow => [
      body.name,
      { base: common.name, ...toRow(withoutShared(body, commonResponse)) },
    ]),
    ...inner.map((object): NamedRow => [object.name, toRow(object)]),
  ];
  return rows.filter(hasFacts);
}

/** The objects in bodies; `others` are listed with what is in them. */
const listInner = (
  common: ObjectView,
  bodies: readonly ObjectView[],
  ...others: readonly ObjectView[]
): readonly ObjectView[] =>
  collectTypes([common, ...bodies, ...others]).objects.filter(
    (object) => object !== common && !bodies.includes(object),
  );

/** A body that adds nothing to its base needs no row. */
const hasFacts = ([, { base, properties, forbidden }]: NamedRow): boolean =>
  base === undefined || forbidden !== undefined || Object.keys(properties).length > 0;

const mapProperties = (
  { properties }: ObjectView,
  toRow: (property: PropertyView) => PropertyRow,
): ObjectRow["properties"] =>
  Object.fromEntries(properties.map((property) => [property.name, shorten(toRow(property))]));

/** A property with nothing but the name of a type is written as that name. */
function shorten(row: PropertyRow): PropertyRow | string {
  const facts = Object.values(row).filter((fact) => fact !== undefined);
  return facts.length === 1 && typeof row.type === "string" ? row.type : row;
}

/** What no shop of the fleet has is not checked. */
function toOutsideRows(
  facts: ObjectEvidence,
  properties: readonly PropertyView[] = [],
): Readonly<Record<string, PropertyRow>> {
  const others = [...facts].filter(([name]) => !properties.some((property) => property.name === name));
  return Object.fromEntries(
    others.map(([name, { spellings, object, ...proof }]) => [
      name,
      { spellings: spellings.length > 0 ? spellings : undefined, ...proof, holds: object },
    ]),
  );
}

function addEvidence(row: PropertyRow, { name, type }: PropertyView, facts: ObjectEvidence): PropertyRow {
  const fact = facts.get(name);
  if (!fact) return row;
  const { object, proves, valuesProve, guessed } = fact;
  const [inFleet] = objectsIn(type);
  const holds = object === inFleet?.name ? undefined : (object ?? null);
  return { ...row, proves, valuesProve, guessed, holds };
}

function listEnums({
  events,
  commonRequest,
  commonResponse,
  errorRequest,
  fleet,
}: View): Readonly<Record<string, EnumRow>> {
  const roots = events.flatMap(({ request, response }) => [request, response]);
  const { enums } = collectTypes([commonRequest, commonResponse, ...roots, errorRequest]);
  return Object.fromEntries(
    enums.filter(({ open }) => !open).map((each) => [each.name, toEnumRow(each, fleet)]),
  );
}
