import { isObject, type Json, type JsonObject } from "../../../generator/base/json.js";
import type { Model } from "../../../generator/contract/model/model.js";
import type { Share } from "../../../generator/drift/seen-shape.js";
import { createRedaction } from "../../../generator/till/traffic/redact.js";
import { listSnapshots } from "../../contract/examples/mock-trial.js";
import { toLines } from "./recording.js";

type Body = Record<string, Json>;

/** Something that the spec does not have, in a share of the objects that could have it. */
interface Plant {
  readonly path: string;
  readonly listHolders: (body: Body) => readonly Body[];
  readonly share: number;
  /** Undefined for all. */
  readonly shops?: readonly string[];
  readonly events?: readonly string[];
  readonly put: (holder: Body, pick: Pick) => void;
}

type Pick = <Item>(items: readonly [Item, ...Item[]]) => Item;

const shops = ["shop-12", "cafe", "bakery"] as const;

const newEvent = "voidSale";

const uuid = "5a6c8d1e-3f2b-4c7a-9e4d-0b1f2a3c4d5e";

const toBodies = (value: Json | undefined): readonly Body[] => (isObject(value) ? [value] : []);

const find = (value: Json | undefined, ...names: readonly string[]): readonly Body[] =>
  names.reduce((found, name) => found.flatMap((each) => listBodies(each[name])), toBodies(value));

const listBodies = (value: Json | undefined): readonly Body[] =>
  Array.isArray(value) ? value.flatMap((item: Json) => toBodies(item)) : toBodies(value);

const having = (name: string, found: readonly Body[]): readonly Body[] =>
  found.filter((each) => Object.hasOwn(each, name));

/** Of a v63 that nobody has documented. */
const plants: readonly Plant[] = [
  {
    path: "sender.serviceMode",
    listHolders: ({ sender }) => find(sender),
    share: 0.5,
    shops: ["shop-12", "cafe"],
    put: (sender, pick) => (sender["serviceMode"] = pick(["counter", "table", "takeaway"])),
  },
  {
    path: "session.lines[].netWeight",
    listHolders: ({ session }) => find(session, "lines"),
    share: 0.3,
    put: (line, pick) => (line["netWeight"] = pick([0.35, 1, 2.4])),
  },
  {
    path: "session.reservationId",
    listHolders: ({ session }) => find(session),
    share: 0.4,
    shops: ["cafe"],
    put: (session, pick) => (session["reservationId"] = pick([null, uuid])),
  },
  {
    path: "delivery",
    listHolders: (body) => [body],
    share: 0.7,
    events: ["completeSession", "pauseSession"],
    put: (body, pick) => {
      const parcels = [{ grams: 900, handedTo: pick(["Annekeline", "Joostmans"]) }, { grams: 1200 }];
      body["delivery"] = { plannedOn: "2026-12-01", parcelNumber: "0012", parcels };
    },
  },
  {
    path: "scanCode.codeType",
    listHolders: ({ scanCode }) => having("codeType", find(scanCode)),
    share: 0.4,
    put: (scanCode) => (scanCode["codeType"] = "nfc"),
  },
  {
    path: "sender.deviceType",
    listHolders: ({ sender }) => having("deviceType", find(sender)),
    share: 0.6,
    shops: ["cafe"],
    put: (sender) => (sender["deviceType"] = "Kiosk"),
  },
  {
    path: "customAction.numpadValue",
    listHolders: ({ customAction }) => having("numpadValue", find(customAction)),
    share: 1,
    shops: ["bakery"],
    put: (customAction) => (customAction["numpadValue"] = "12"),
  },
  {
    path: "course.abbreviation",
    listHolders: ({ course }) => find(course),
    share: 0.1,
    put: (course) => Reflect.deleteProperty(course, "abbreviation"),
  },
];

/** How often something was planted, in bodies and objects. */
interface Planted {
  readonly bodies: Share;
  readonly objects: Share;
  /** Of bodies. */
  readonly events: Readonly<Record<string, Share>>;
  readonly shops: Readonly<Record<string, Share>>;
}

export interface Morning {
  /** By file. */
  readonly plain: Readonly<Record<string, string>>;
  readonly redacted: Readonly<Record<string, string>>;
  /** By path, and by the name of an event. */
  readonly planted: Readonly<Record<string, Planted>>;
}

/** 900 exchanges of three shops, with plants in the requests and none in the answers. */
export function recordMorning(model: Model, seed: number): Morning {
  const snapshot = listSnapshots(model).at(-1);
  if (!snapshot) throw new Error("The contract has no release.");
  const draw = createDice(seed);
  const pick: Pick = (items) => items[Math.floor(draw() * items.length)] ?? items[0];
  const [first, ...more] = snapshot.view.events;
  const counts: Counted[] = [];
  const records = Array.from({ length: 900 }, (_, index) => {
    const event = first && pick([first, ...more]);
    if (!event) throw new Error("The release has no events.");
    const shop = pick(shops);
    const mock = (side: "request" | "response") => {
      const size = pick(["rich", "full", "smallest"] as const);
      return structuredClone(snapshot.mock(event, { side, size, seed: seed + index })) as Body;
    };
    const isNew = draw() < 0.03;
    const request = isNew ? toNewEvent(mock("request")) : mock("request");
    const name = isNew ? newEvent : event.name;
    counts.push({ path: newEvent, event: name, shop, some: isNew ? 1 : 0, all: 1 });
    for (const plant of plants)
      counts.push({ ...sow(plant, request, { event: name, shop }), event: name, shop });
    return { event: name, subscription: shop, request, answer: isNew ? null : mock("response") };
  });
  const redact = createRedaction(model, Buffer.alloc(32, 1));
  const hidden = records.map(({ event, request, answer, ...record }) => ({
    ...{ ...record, event, redacted: true },
    request: redact(request, { event, direction: "request", isReport: false }),
    answer: redact(answer, { event, direction: "response", isReport: false }),
  }));
  return { plain: toFiles(records), redacted: toFiles(hidden), planted: countPlanted(counts) };

  function sow(plant: Plant, request: Body, at: { readonly event: string; readonly shop: string }) {
    const holders = plant.listHolders(request);
    const isHere = plant.shops?.includes(at.shop) !== false && plant.events?.includes(at.event) !== false;
    const chosen = holders.filter(() => isHere && draw() < plant.share);
    for (const holder of chosen) plant.put(holder, pick);
    return { path: plant.path, some: chosen.length, all: holders.length };
  }
}

/** It carries what every event may carry, and an object of its own. */
const toNewEvent = ({ event = null, sender = null, session }: Body): Body => ({
  ...{ event, sender, ...(session === undefined ? {} : { session }) },
  [newEvent]: { reason: "mistake", approvedAt: "2026-12-01T10:15:42Z", refund: true },
});

interface Counted extends Share {
  readonly path: string;
  readonly event: string;
  readonly shop: string;
}

const toFiles = (records: readonly (JsonObject & { readonly subscription: string })[]) =>
  Object.fromEntries(
    shops.map((shop) => [
      `${shop}.ndjson`,
      toLines(records.filter(({ subscription }) => subscription === shop)),
    ]),
  );

function countPlanted(counts: readonly Counted[]): Morning["planted"] {
  return Object.fromEntries(
    [newEvent, ...plants.map(({ path }) => path)].map((path) => {
      const rows = counts.filter((each) => each.path === path && each.all > 0);
      const inBodies = rows.map((row) => ({ ...row, some: Math.min(row.some, 1), all: 1 }));
      const named = Object.entries(groupShares(inBodies, "event")).filter(([, { some }]) => some > 0);
      const events = Object.fromEntries(named);
      return [
        path,
        { bodies: addUp(inBodies), objects: addUp(rows), events, shops: groupShares(inBodies, "shop") },
      ];
    }),
  );
}

const addUp = (rows: readonly Share[]): Share => ({
  some: rows.reduce((sum, { some }) => sum + some, 0),
  all: rows.reduce((sum, { all }) => sum + all, 0),
});

const groupShares = (rows: readonly Counted[], name: "event" | "shop"): Readonly<Record<string, Share>> =>
  Object.fromEntries(
    [...new Set(rows.map((row) => row[name]))].map((each) => [
      each,
      addUp(rows.filter((row) => row[name] === each)),
    ]),
  );

/** Mulberry32. */
function createDice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
