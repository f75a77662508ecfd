import { describe, expect, it } from "vitest";
import type { Model } from "../../generator/model/model.js";
import { changeCodes, getMeaning } from "../../generator/diff/catalogue.js";
import type { Change } from "../../generator/diff/change.js";
import { diffFleets } from "../../generator/diff/diff-fleets.js";
import { diffSpecs } from "../../generator/diff/diff-specs.js";
import { need } from "../laws/judges/interpreted.js";
import { parseRange } from "../../generator/time/range.js";
import { frozenSpec, loadModel, loadRealModel } from "../workbench/real-spec.js";
import { modelOf, type SmallSpec } from "../view/spec-of.js";
import { boundCases } from "./cases/bounds.js";
import type { Shapes, SpecCase } from "./cases/case.js";
import { eventCases } from "./cases/events.js";
import { fleetCases } from "./cases/fleets.js";
import { propertyCases } from "./cases/properties.js";
import { textCases } from "./cases/texts.js";
import { listCases } from "./cases/together.js";
import { typeCases } from "./cases/types.js";

const shapeCases = [...typeCases, ...textCases, ...boundCases, ...propertyCases];
const specCases = [...eventCases, ...fleetCases];
const directions = ["request", "response"] as const;
type Direction = (typeof directions)[number];

/** The small spec of one side of a case, its property in what is received or in what is answered. */
function specWith(
  side: "from" | "to",
  { besides, required, ...shapes }: Shapes,
  direction: Direction,
): SmallSpec {
  const shape = shapes[side];
  const properties = { ...besides?.[side === "from" ? 0 : 1], ...(shape && { x: shape }) };
  const names = shape && (required === side || required === "both") ? ["x"] : [];
  return direction === "request"
    ? { ping: properties, pingRequired: names }
    : { pong: properties, pongRequired: names };
}

const changesOf = (given: Shapes, direction: Direction): readonly Change[] =>
  diffSpecs(modelOf(specWith("from", given, direction)), modelOf(specWith("to", given, direction))).changes;

/** A change in the words of a case. */
const toLine = ({ code, verdict, direction, pointer }: Change): string =>
  `${verdict} ${direction} ${pointer} ${code}`;

describe("a change of a property", () => {
  for (const given of shapeCases) {
    for (const direction of directions) {
      it(`${given.code} in a ${direction}: ${given.name}`, () => {
        const place = `${direction === "request" ? "/ping/x" : "/pong/x"}${given.below ?? ""}`;
        const changes = changesOf(given, direction);
        expect(changes.map(toLine)).toEqual([`${given[direction]} ${direction} ${place} ${given.code}`]);
        expect(changes[0]?.advice).toContain(given.advice ?? "");
        expect(changes[0]?.events).toEqual(["ping"]);
      });
    }
  }
});

/** A change as one of several, with the value or the bound that it is about. */
const toShortLine = ({ code, verdict, pointer, advice }: Change): string => {
  const [detail = ""] = /"[^"]+"|([\d.]+|unlimited), was \w[\w.]*/.exec(advice) ?? [];
  return `${verdict} ${pointer.split("/").slice(2).join("/")} ${code} ${detail}`.trim();
};

describe("a change that takes several findings, or fewer than it seems", () => {
  for (const given of listCases) {
    for (const direction of directions) {
      it(`in a ${direction}: ${given.name}`, () =>
        expect(changesOf(given, direction).map(toShortLine)).toEqual(given[direction]));
    }
  }
});

const rangeOf = (text: string, model: Model) => need(parseRange(text, model));

function changesIn({ from, to, fleets }: SpecCase): readonly Change[] {
  const now = modelOf(to);
  if (!fleets) return diffSpecs(modelOf(from), now).changes;
  return diffFleets(now, rangeOf(fleets[0], now), rangeOf(fleets[1], now)).changes;
}

describe("a change of an event", () => {
  for (const given of specCases) {
    const { name, code, verdict, direction, pointer, events, advice } = given;
    it(`${code} in a ${direction}: ${name}`, () => {
      const changes = changesIn(given).filter(
        (change) => change.code === code && change.direction === direction,
      );
      expect(changes.map(toLine)).toEqual([`${verdict} ${direction} ${pointer} ${code}`]);
      expect(changes[0]?.events).toEqual(events ?? ["ping"]);
      expect(changes[0]?.advice).toContain(advice ?? "");
    });
  }
});

describe("the catalogue", () => {
  const raised = new Set([
    ...shapeCases.flatMap(({ code }) => directions.map((direction) => `${code} ${direction}`)),
    ...specCases.map(({ code, direction }) => `${code} ${direction}`),
  ]);
  const possible = changeCodes.flatMap((code) =>
    directions.filter((direction) => getMeaning(code, direction)).map((direction) => `${code} ${direction}`),
  );

  it("has more than fifty kinds of change", () => expect(changeCodes.length).toBeGreaterThan(50));

  it("names each in kebab-case", () => {
    expect(changeCodes.filter((code) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code))).toEqual([]);
  });

  it("has a case for every kind in every direction, and no case beyond", () => {
    expect([...raised].sort()).toEqual([...possible].sort());
  });

  it("gives one line of advice to each", () => {
    const advice = changeCodes.flatMap((code) =>
      directions.map((direction) => getMeaning(code, direction)?.[1]),
    );
    expect(advice.filter((line) => line !== undefined && !/^[A-Z{].*[.}]$/.test(line))).toEqual([]);
  });

  it("finds nothing where nothing changed", () => {
    expect(diffSpecs(loadRealModel(), loadModel(frozenSpec)).changes).toEqual([]);
  });
});
