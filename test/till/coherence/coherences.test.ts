import { describe, expect, it } from "vitest";
import { readCases } from "../../workbench/cases.js";
import type { Body } from "./body.js";
import { coherences } from "./coherences.js";
import { ownObjects } from "./documented.js";
import { findContradictions } from "./find-contradictions.js";
import { rightBodies } from "./right-bodies.js";

interface Changed {
  readonly event: string;
  readonly release?: string;
  /** New values by path. */
  readonly set?: Readonly<Record<string, unknown>>;
  readonly without?: readonly string[];
}

const { odd, broken } = readCases("broken-bodies.yaml", import.meta) as {
  readonly odd: readonly (Changed & { readonly name: string })[];
  readonly broken: readonly (Changed & { readonly caught: string })[];
};

const newest = "59.5.2";

function change({ event, set = {}, without = [] }: Changed): Body {
  const body = JSON.parse(JSON.stringify(rightBodies[event])) as object;
  for (const [path, value] of Object.entries(set)) putAt(body, path, value);
  for (const path of without) putAt(body, path);
  return body;
}

function putAt(body: object, path: string, value?: unknown): void {
  const names = path.split(".");
  const last = names.pop() ?? "";
  const holder = names.reduce((whole, name) => Reflect.get(whole, name) as object, body);
  if (value === undefined) Reflect.deleteProperty(holder, last);
  else Reflect.set(holder, last, value);
}

describe("the list of coherences", () => {
  it.each(Object.keys(ownObjects))("finds no contradiction in a right %s", (event) => {
    expect(findContradictions(change({ event }), { event, release: newest })).toEqual([]);
  });

  it.each(odd)("finds no contradiction in $name", (made) => {
    expect(findContradictions(change(made), { release: newest, ...made })).toEqual([]);
  });

  it.each(broken)("finds, in a broken $event: $caught", ({ caught, ...made }) => {
    const found = findContradictions(change(made), { release: newest, ...made });
    expect(found.map(({ name }) => name)).toEqual([caught]);
  });

  it("has a broken body for each coherence", () => {
    expect(new Set(broken.map(({ caught }) => caught))).toEqual(new Set(coherences.map(({ name }) => name)));
  });
});
