import { describe, expect, it } from "vitest";
import type { Model } from "../../generator/contract/model/model.js";
import type { Change } from "../../generator/changes/change.js";
import { changeKinds, getMeaning, type ChangeCode } from "../../generator/changes/kinds.js";
import { diffFleets, diffSpecs } from "../../generator/changes/diff.js";
import { need } from "../workbench/need.js";
import { parseRange } from "../../generator/base/time/fleet.js";
import { formatRelease, parseRelease } from "../../generator/base/time/release.js";
import { frozenSpec, loadModel, loadRealModel } from "../workbench/real-spec.js";
import { object } from "../workbench/small-spec.js";
import { modelOf, type SmallSpec } from "../contract/view/spec-of.js";
import { listCases, shapeCases, type Besides } from "./cases/shapes.js";
import { specCases } from "./cases/specs.js";

const directions = ["request", "response"] as const;
type Direction = (typeof directions)[number];

function changesOf(from: unknown, to: unknown, direction: Direction, { besides, required }: Besides = {}) {
  const sides = (["from", "to"] as const).map((side): SmallSpec => {
    const shape = side === "from" ? from : to;
    const properties = { ...besides?.[side === "from" ? 0 : 1], ...(shape !== undefined && { x: shape }) };
    const names = required === side ? ["x"] : [];
    return direction === "request"
      ? { ping: properties, pingRequired: names }
      : { pong: properties, pongRequired: names };
  });
  const [before = modelOf({}), after = before] = sides.map(modelOf);
  return diffSpecs(before, after).changes;
}

const toLine = ({ code, verdict, direction, pointer }: Change): string =>
  `${verdict} ${direction} ${pointer} ${code}`;

describe.each(directions)("a change of a property in a %s", (direction) => {
  const side = directions.indexOf(direction);

  for (const [code, from, to, verdicts, advice = "", more = {}] of shapeCases)
    it(`${code} ${advice}`.trim(), () => {
      const place = `${direction === "request" ? "/ping/x" : "/pong/x"}${more.below ?? ""}`;
      const changes = changesOf(from, to, direction, more);
      expect(changes.map(toLine)).toEqual([
        `${verdicts.split(" ")[side] ?? ""} ${direction} ${place} ${code}`,
      ]);
      expect(changes[0]?.advice).toContain(advice);
      expect(changes[0]?.events).toEqual(["ping"]);
    });

  for (const [from, to, says, more] of listCases)
    it(`takes several findings, or fewer than it seems: ${says.join(", ")}`, () => {
      const want = says.map((line) => line.replace(/^(\w+)\/(\w+)/, side === 0 ? "$1" : "$2"));
      expect(changesOf(from, to, direction, more).map(toShortLine)).toEqual(want.sort());
    });
});

/** Formats one of several changes, with its value or bound. */
function toShortLine({ code, verdict, pointer, advice }: Change): string {
  const [detail = ""] = /"[^"]+"|([\d.]+|unlimited), was \w[\w.]*/.exec(advice) ?? [];
  return `${verdict} ${pointer.split("/").slice(2).join("/")} ${code} ${detail}`.trim();
}

const rangeOf = (text: string, model: Model) => need(parseRange(text, model));

const isFleets = (from: object): from is readonly [string, string] => Array.isArray(from);

describe("a change of an event, or between fleets", () => {
  for (const [says, from, to, more = {}] of specCases)
    it(says, () => {
      const now = modelOf(to);
      const { changes } = isFleets(from)
        ? diffFleets(now, rangeOf(from[0], now), rangeOf(from[1], now))
        : diffSpecs(modelOf(from), now);
      const [, direction, , code] = says.split(" ");
      const found = changes.filter((change) => change.code === code && change.direction === direction);
      expect(found.map(toLine)).toEqual([says]);
      expect(found[0]?.events).toEqual(more.events ?? ["ping"]);
      expect(found[0]?.advice).toContain(more.advice ?? "");
    });
});

describe("the end of a property, between two states of the spec,", () => {
  const x = { type: "string", "x-added-in": "20" };

  it.each([
    ["is of the release that removed it", { x: { ...x, "x-removed-in": "30" } }, "30"],
    ["is of no release where the new state does not know it", {}, undefined],
  ])("%s", (_, ping, release) => {
    const [change, ...others] = diffSpecs(modelOf({ ping: { x } }), modelOf({ ping })).changes;
    expect([change?.code, others]).toEqual(["property-removed", []]);
    expect(change?.release).toBe(release && parseRelease(release));
  });

  it.each<readonly [string, Readonly<Record<string, unknown>>, string | undefined]>([
    ["holder", {}, undefined],
    ["holder, and is there later after all", { y: { type: "string", "x-added-in": "30" } }, "20"],
  ])("is of the release of its begin only if that is not the one of its %s", (_, left, release) => {
    const holding = (properties: Readonly<Record<string, unknown>>, required: string[] = []) =>
      modelOf({ pong: { x: { ...object("Holder", properties, required), "x-added-in": "20" } } });
    const [change] = diffSpecs(holding({ y: { type: "string" } }, ["y"]), holding(left)).changes;
    expect(change?.code).toBe("required-property-removed");
    expect(change?.release).toBe(release && parseRelease(release));
  });
});

describe("a diff of two releases of the real spec", () => {
  const diff = (from: string, to: string) => {
    const model = loadRealModel();
    return diffFleets(model, rangeOf(from, model), rangeOf(to, model)).changes;
  };

  it("dates an answer once, although later events accept it too", () => {
    const locks = diff("11", "13.1").filter(({ pointer }) => pointer === "/lockSession");
    expect(locks.map(({ release }) => release && formatRelease(release))).toEqual(["11.1"]);
    expect(locks[0]?.events).toContain("customAction");
  });

  it("dates the way back by the same releases, and takes away what was given", () => {
    const back = diff("59", "48");
    const places = (changes: readonly Change[]) =>
      changes.map(({ direction, pointer, release }) => `${direction} ${pointer} ${String(release)}`).sort();
    expect(places(back)).toEqual(places(diff("48", "59")));
    expect(back.filter(({ verdict }) => verdict === "safe" || verdict === "docs")).toEqual([]);
  });
});

describe("the catalogue", () => {
  const changeCodes = Object.keys(changeKinds) as readonly ChangeCode[];
  const raised = new Set([
    ...shapeCases.flatMap(([code]) => directions.map((direction) => `${code} ${direction}`)),
    ...specCases.map(([says]) => says.replace(/^\w+ (\w+) \S* (\S+)$/, "$2 $1")),
  ]);
  const possible = changeCodes.flatMap((code) =>
    directions.filter((direction) => getMeaning(code, direction)).map((direction) => `${code} ${direction}`),
  );

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

  it("says of each what happens and what to do, as in advice.txt (vitest -u writes it)", async () => {
    const lines = changeCodes.flatMap((code) =>
      directions.flatMap((direction) => {
        const meaning = getMeaning(code, direction);
        return meaning ? [`${code}, ${direction}: ${meaning[0]}. ${meaning[1]}\n`] : [];
      }),
    );
    await expect(lines.join("")).toMatchFileSnapshot("cases/advice.txt");
  });

  it("finds nothing where nothing changed", () => {
    expect(diffSpecs(loadRealModel(), loadModel(frozenSpec)).changes).toEqual([]);
  });
});
