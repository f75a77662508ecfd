import { errorRequestName } from "../../../generator/contract/read/files.js";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { getAt, parseJson } from "../../../generator/base/json.js";
import {
  createPaths,
  groupByPath,
  listEventNames,
  type BodyPath,
} from "../../../generator/contract/model/paths.js";
import { splitPointer } from "../../../generator/contract/read/pointer.js";
import { modelOf } from "../view/spec-of.js";
import { object } from "../../workbench/small-spec.js";
import { frozenSpec, loadRealModel } from "../../workbench/real-spec.js";

const text = { type: "string" };

/** Two events with `ping` and an answer with a list of lines. In one of them, lines have one more property. */
const paths = createPaths(
  modelOf({
    ping: { part: { $ref: "common/part.json" } },
    pong: {
      lines: { type: "array", items: { $ref: "common/line.json" } },
      grid: { $ref: "common/grid.json" },
      late: { ...text, "x-only-for": ["later"] },
    },
    common: {
      part: object("Part", { name: text, color: { title: "Color", type: "string", enum: ["red"] } }),
      line: object("Line", {
        name: { ...text, "x-was": [{ until: "20", schema: object("OldName", { first: text }) }] },
      }),
      grid: {
        description: "A grid.",
        type: "array",
        items: { type: "array", items: { $ref: "common/line.json" } },
      },
    },
    events: {
      later: { description: "Later.", carries: { ping: { required: true } }, answers: { pong: {} } },
    },
  }),
);

const show = (text: string): readonly string[] =>
  groupByPath(paths.find(text)).map((group) => `${group[0].path} of ${listEventNames(group).join(" and ")}`);

const both = "of later and ping";

describe("a text that a person writes", () => {
  it.each<[name: string, text: string, want: readonly string[]]>([
    ["names a property by its path", "ping.part.name", [`ping.part.name ${both}`]],
    ["names one in an array", "pong.lines[].name", [`pong.lines[].name ${both}`]],
    ["may leave out the marks of arrays", "pong.grid.name", [`pong.grid[][].name ${both}`]],
    ["may be the pointer of a change", "/pong/lines/*/name", [`pong.lines[].name ${both}`]],
    ["names what only an older release has", "pong.lines[].name.first", [`pong.lines[].name.first ${both}`]],
    ["names what one event alone has", "pong.late", ["pong.late of later"]],
    ["may begin with a type", "Line.name", [`pong.lines[].name ${both}`, `pong.grid[][].name ${both}`]],
    ["may be a type", "Part", [`ping.part ${both}`]],
    ["may be an enum", "Color", [`ping.part.color ${both}`]],
    ["names nothing of the error request", "error.code", [`error.code ${both}`]],
    ["names nothing that there is not", "ping.part.nome", []],
    ["names nothing if it is empty", "", []],
  ])("%s", (_, text, want) => {
    expect(show(text)).toEqual(want);
  });
});

describe("the place of", () => {
  const request = { direction: "request", event: "ping" } as const;
  const response = { direction: "response", event: "ping" } as const;
  it.each<[name: string, part: BodyPath, want: string]>([
    ["a body", { ...request, path: "" }, "events/ping.json#"],
    ["what an event carries", { ...request, path: "ping" }, "requests/ping.json#"],
    ["a property", { ...request, path: "ping.part" }, "requests/ping.json#/properties/part"],
    ["one behind a reference", { ...request, path: "ping.part.name" }, "common/part.json#/properties/name"],
    ["items", { ...response, path: "/pong/lines/*" }, "responses/pong.json#/properties/lines/items"],
    [
      "items of items behind a reference",
      { ...response, path: "pong.grid[][]" },
      "common/grid.json#/items/items",
    ],
    ["what stands in items", { ...response, path: "pong.lines[].name" }, "common/line.json#/properties/name"],
    ["what is not there: what would hold it", { ...request, path: "ping.part.nome" }, "common/part.json#"],
    ["what is not in an item", { ...response, path: "/pong/lines/*/nome" }, "common/line.json#"],
    ["what no event has", { ...request, path: "pung" }, "events/ping.json#"],
    ["an event that there is not", { ...request, event: "pung", path: "" }, "envelope.json#"],
    ["the error request", { ...request, event: errorRequestName, path: "" }, "requests/errorRequest.json#"],
    [
      "a part of the error request",
      { ...request, event: errorRequestName, path: "error" },
      "requests/errorRequest.json#/properties/error",
    ],
    ["an answer of that name", { ...response, path: "error" }, "responses/error.json#"],
  ])("%s", (_, part, want) => {
    const { file, pointer } = paths.place(part);
    expect(`${file}#${pointer}`).toBe(want);
  });

  it("every property of the real contract is one of its name, or the file of its object", () => {
    const { properties, errorRequest } = createPaths(loadRealModel());
    const astray = [...properties, ...errorRequest].filter(({ model: { name, place } }) => {
      const tokens = splitPointer(place.pointer);
      const file = parseJson(readFileSync(join(frozenSpec, place.file), "utf8"));
      const isThere = getAt(file, tokens) !== undefined;
      return (
        !isThere || (tokens.length === 0 ? !place.file.endsWith(`/${name}.json`) : tokens.at(-1) !== name)
      );
    });
    expect(properties.length).toBeGreaterThan(100);
    expect(astray).toEqual([]);
  });
});
