import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { WireAnswer } from "./case.js";
import { cases } from "./cases/all.js";
import { crowd } from "./cases/crowd.js";
import { startUpCases } from "./cases/start-up.js";
import { createOptions } from "./setups.js";
import { createStage, type LogLine } from "./stage.js";
import { targets } from "./targets/all.js";
import type { Target } from "./targets/target.js";
import { neverLogged } from "./secrecy.js";
import { openVenues, type Venues } from "./venues.js";

const isFor = (target: Target) => (each: (typeof cases)[number]) => each.not?.[target.name] === undefined;

describe.each(targets.map((target) => [target.name, target] as const))("%s", (name, target) => {
  const asked = cases.filter(isFor(target));
  let venues: Venues;

  beforeAll(async () => {
    venues = await openVenues(target);
  });
  afterAll(() => venues.end());

  it.each(asked.map((each) => [each.name, each] as const))(`${name}: %s`, async (_name, each) => {
    expect(await venues.send(each)).toEqual(toHeard(each.answer, target));
  });

  it(`${name}: answers what comes at the same time, each with its own`, async () => {
    const answers = crowd.map((each) => venues.send(each));
    expect(await Promise.all(answers)).toEqual(crowd.map(({ answer }) => answer));
  });

  it.each(startUpCases.map((each) => [each.name, each] as const))(`${name}: %s`, async (_name, each) => {
    const open = async () => target.open(createOptions(createStage(), each.options));
    const error: unknown = await open().catch((reason: unknown) => reason);
    expect(error).toMatchObject({ message: each.message });
    if (each.hidden !== undefined) expect(inspect(error)).not.toContain(each.hidden);
  });

  it(`${name}: no line of the log holds a secret, a signature or a part of a body`, () => {
    const lines = venues.lines();
    expect(lines.length).toBeGreaterThan(100);
    expect(lines.filter(({ level }) => level === "error").length).toBeGreaterThan(10);
    expect(lines.map(format).filter((line) => neverLogged.some((part) => line.includes(part)))).toEqual([]);
  });
});

describe("the suite", () => {
  it("has a name for each case", () => {
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });
});

/** The answer without what the platform has the last word about. */
function toHeard(answer: WireAnswer, { unheard }: Target): WireAnswer {
  const headers = Object.entries(answer.headers).filter(([name]) => name !== unheard);
  return { ...answer, headers: Object.fromEntries(headers) };
}

function format({ level, fields, message }: LogLine): string {
  return `${level} ${message} ${inspect(fields, { depth: 20 })}`;
}
