import { beforeAll, describe, expect, it } from "vitest";
import type { ObjectView, View } from "../../../generator/contract/view/view.js";
import { emitInProcess, type Emitted } from "../../laws/judges/emitted.js";
import { buildPossibleView, fleetFrom, interpret, type Accepts } from "../../laws/judges/interpreted.js";
import { model, ping, read, refused } from "./lenient-cases.js";

function findRequest({ events }: View): ObjectView {
  const [event] = events;
  if (!event) throw new Error("there is no event");
  return event.request;
}

describe("a request", () => {
  let emitted: Emitted;
  let interpreted: Accepts;
  const check = (body: unknown) => emitted.validateRequest("ping", body);
  beforeAll(async () => {
    const view = buildPossibleView(model(), fleetFrom(model()), "safe");
    emitted = await emitInProcess(view, model());
    interpreted = interpret(findRequest(view), "request");
  });

  it.each(read)("may have $name", ({ given, want, leftOut }) => {
    const before = structuredClone(given);
    const result = check(given);
    if (!result.ok) throw new Error(result.problems[0]?.message);
    expect(result.value).toEqual(want ?? given);
    expect(given).toEqual(before);
    expect(result.leftOut?.map(({ path, code }) => `${path}: ${code}`)).toEqual(leftOut);
    if (want === undefined) expect(result.value).toBe(given);
    expect(interpreted(given)).toBe(true);
  });

  it.each(refused)("is refused for %s", (_name, given, at) => {
    const result = check(given);
    expect(result.ok ? "accepted" : result.problems.map(({ path }) => path)).toEqual([at]);
    expect(interpreted(given)).toBe(false);
  });

  it("says in words what was left out, and shows no value of it", () => {
    const result = check({ ping: { code: "x", note: null, guess: { size: "secret" } } });
    expect(result.ok && result.leftOut?.map(({ message }) => message)).toEqual([
      '"ping.guess.size" must be an integer. "ping.guess.size" is left out, because its contents are not documented.',
      '"ping.note" is null, which counts as absent.',
    ]);
  });

  it("shares what does not change with the body that came", () => {
    const lines = [{ id: "1" }];
    const result = check(ping({ note: null, lines }));
    const value = (result.ok ? result.value : {}) as { ping?: { lines?: unknown } };
    expect(value.ping?.lines).toBe(lines);
  });

  it("may hold itself, or be as deep as memory allows, in what nobody describes", () => {
    const ring: Record<string, unknown> = {};
    ring["ring"] = [ring, ring];
    const deep = JSON.parse(`${"[".repeat(50_000)}${"]".repeat(50_000)}`) as unknown;
    const result = check({ ...ping({ note: null }), ring, deep });
    expect(result.ok && result.value).toHaveProperty("ping", { code: "x" });
    expect(result.ok && (result.value as { ring: unknown }).ring).toBe(ring);
  });

  it("says of properties in the holder which part they were to be", () => {
    const result = check({ changed: { id: 5 } });
    expect(result.ok && result.leftOut?.map(({ message }) => message)).toEqual([
      '"changed.id" must be a string. "changed.line" is left out, because its contents are not documented.',
    ]);
  });

  it("has a hundred nulls and misfits reported at most, these first, and the others counted", () => {
    const lines = Array.from({ length: 1000 }, () => ({ id: "1", price: null }));
    const result = check({ ...ping({ lines }), changed: 3 });
    expect(result.ok && result.value).toEqual(ping({ lines: lines.map(() => ({ id: "1" })) }));
    const leftOut = result.ok ? (result.leftOut ?? []) : [];
    expect(leftOut.map(({ path }) => path).slice(0, 2)).toEqual(["/changed", "/ping/lines/0/price"]);
    expect(leftOut).toHaveLength(101);
    expect(result.ok && result.moreLeftOut).toEqual({ misfits: 0, nulls: 900 });
    const misfits = check(ping({ guesses: Array.from({ length: 150 }, () => ({ size: "1", sure: "yes" })) }));
    expect(misfits.ok && misfits.leftOut).toHaveLength(100);
    expect(misfits.ok && misfits.moreLeftOut).toEqual({ misfits: 50, nulls: 0 });
  });

  it("keeps own properties that every object inherits", () => {
    const body = JSON.parse('{"ping": {"__proto__": {"a": 1}, "constructor": 2, "kode": "x"}}') as object;
    const result = check(body);
    const value = (result.ok ? result.value : {}) as { ping: object };
    expect(Object.keys(value.ping)).toEqual(["__proto__", "constructor", "code"]);
  });

  it("is read the same where every object seems to have a property", () => {
    const prototype = Object.prototype as unknown as Record<string, unknown>;
    prototype["polluted"] = 1;
    try {
      const result = check({ ping: { kode: "x", note: null }, added: { id: "1" } });
      expect(result.ok && result.value).toEqual({ ping: { code: "x" }, added: { line: { id: "1" } } });
    } finally {
      delete prototype["polluted"];
    }
  });
});
