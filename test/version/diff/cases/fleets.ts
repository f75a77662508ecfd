import { object } from "../../spec-of.js";
import type { SpecCase } from "./case.js";

const text = { type: "string" };
const tick = { description: "Tick." };
const openThing = { ...object("Thing", {}), "x-open": true };
const laterKnown = {
  type: "array",
  items: text,
  "x-was": [{ until: "20", schema: { type: "array", items: { type: "number" } } }],
};

/** What can change between two fleets, or releases, of one spec. */
export const fleetCases: readonly SpecCase[] = [
  {
    name: "an event is in every shop now",
    code: "event-in-every-shop",
    from: {},
    to: { events: { tick: { ...tick, "x-added-in": "20" } } },
    fleets: ["10..", "20.."],
    direction: "request",
    verdict: "safe",
    pointer: "",
    events: ["tick"],
  },
  {
    name: "an event is not in every shop any more",
    code: "event-not-in-every-shop",
    from: {},
    to: { events: { tick: { ...tick, "x-added-in": "20" } } },
    fleets: ["20..", "10.."],
    direction: "request",
    verdict: "handle",
    pointer: "",
    events: ["tick"],
  },
  {
    name: "no answer works in every shop any more",
    code: "event-unanswerable",
    from: {},
    to: { event: { answers: { pong: { required: true, "x-added-in": "20" } } } },
    fleets: ["20..", "10.."],
    direction: "response",
    verdict: "breaking",
    pointer: "",
  },
  {
    name: "an answer works in every shop",
    code: "event-answerable",
    from: {},
    to: { event: { answers: { pong: { required: true, "x-added-in": "20" } } } },
    fleets: ["10..", "20.."],
    direction: "response",
    verdict: "safe",
    pointer: "",
  },
  {
    name: "every shop knows a property",
    code: "in-every-shop",
    from: {},
    to: { ping: { x: { ...text, "x-added-in": "20" } } },
    fleets: ["10..", "20.."],
    direction: "request",
    verdict: "safe",
    pointer: "/ping/x",
  },
  {
    name: "some shops do not know a property",
    code: "not-in-every-shop",
    from: {},
    to: { ping: { x: { ...text, "x-added-in": "20" } } },
    fleets: ["20..", "10.."],
    direction: "request",
    verdict: "handle",
    pointer: "/ping/x",
  },
  {
    name: "a list has no item that works in every shop",
    code: "array-emptied",
    from: {},
    to: { pong: { x: laterKnown } },
    fleets: ["20..", "10.."],
    direction: "response",
    verdict: "breaking",
    pointer: "/pong/x",
  },
  {
    name: "a list has items that work in every shop",
    code: "array-filled",
    from: {},
    to: { pong: { x: laterKnown } },
    fleets: ["10..", "20.."],
    direction: "response",
    verdict: "safe",
    pointer: "/pong/x",
  },
  {
    name: "a list that was always empty may have items",
    code: "array-filled",
    from: {},
    to: {
      ping: { x: { type: "array", items: { $ref: "common/late.json" } } },
      common: { late: { ...object("Late", {}), "x-added-in": "20" } },
    },
    fleets: ["10", "20"],
    direction: "request",
    verdict: "handle",
    pointer: "/ping/x",
  },
  {
    name: "a list is always empty",
    code: "array-emptied",
    from: {},
    to: {
      ping: { x: { type: "array", items: { $ref: "common/late.json" } } },
      common: { late: { ...object("Late", {}), "x-added-in": "20" } },
    },
    fleets: ["20", "10"],
    direction: "request",
    verdict: "handle",
    pointer: "/ping/x",
  },
  {
    name: "a shop holds something that nobody described in this place",
    code: "type-unknown",
    from: {},
    to: {
      ping: { x: { ...openThing, properties: { y: { ...text, description: "Y.", "x-added-in": "20" } } } },
    },
    fleets: ["20..", "10.."],
    direction: "request",
    verdict: "breaking",
    pointer: "/ping/x/y",
  },
  {
    name: "every shop holds what is described",
    code: "type-known",
    from: {},
    to: {
      ping: { x: { ...openThing, properties: { y: { ...text, description: "Y.", "x-added-in": "20" } } } },
    },
    fleets: ["10..", "20.."],
    direction: "request",
    verdict: "safe",
    pointer: "/ping/x/y",
  },
  {
    name: "an event behaves otherwise",
    code: "note-added",
    from: {},
    to: { event: { "x-notes": [{ since: "20", text: "It blinks." }] } },
    fleets: ["10", "20"],
    direction: "request",
    verdict: "handle",
    pointer: "",
    advice: "It blinks.",
  },
  {
    name: "nothing works in every shop where an open object describes two types",
    code: "property-removed",
    from: {},
    to: {
      pong: {
        x: {
          ...openThing,
          properties: {
            y: {
              ...text,
              description: "Y.",
              "x-was": [{ until: "20", schema: { type: "number" } }],
            },
          },
        },
      },
    },
    fleets: ["20..", "10.."],
    direction: "response",
    verdict: "breaking",
    pointer: "/pong/x/y",
  },
  {
    name: "nothing works in every shop where an open object described nothing",
    code: "property-removed",
    from: {},
    to: {
      pong: {
        x: {
          ...openThing,
          properties: {
            y: {
              ...text,
              description: "Y.",
              "x-added-in": "20",
              "x-was": [{ until: "30", schema: { type: "number" } }],
            },
          },
        },
      },
    },
    fleets: ["10", "10.."],
    direction: "response",
    verdict: "breaking",
    pointer: "/pong/x/y",
  },
];
