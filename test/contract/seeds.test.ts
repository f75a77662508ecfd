import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ownSpec } from "../../generator/package/package-files.js";
import type { KindModel, PropertyModel, TypeModel } from "../../generator/model/model.js";
import { existsStill, firstIn, type Spans } from "../../generator/time/spans.js";
import { formatRelease, parseRelease, type Release } from "../../generator/time/release.js";
import { loadModel, loadRealModel } from "../workbench/real-spec.js";

/** A row of the tables on the vendor's pages; `spec…` is what our spec says where it departs, and `why`. */
interface SeedRow {
  readonly side: "request" | "response";
  readonly pointer: string;
  readonly type: string | null;
  readonly optional: boolean;
  readonly addedIn: string | null;
  readonly specType?: string;
  readonly specOptional?: boolean;
  readonly specAddedIn?: string;
  readonly planned?: true;
  readonly nullable?: true;
}

const readCases = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, name), "utf8"));

const rows = readCases("seed-properties.json") as SeedRow[];
const model = loadModel(ownSpec);

const roots = {
  request: [...model.events.flatMap(({ request }) => request.properties), ...model.errorRequest.properties],
  response: model.answers.map(({ property }) => property),
};

/** What the spec has at a path such as `session.lines[].lineId`, and the lives of all that holds it. */
interface Found {
  readonly property: PropertyModel;
  readonly lives: readonly Spans[];
}

function find({ side, pointer }: SeedRow): Found | undefined {
  const [first = "", ...rest] = pointer.replaceAll("[]", "").split(".");
  const root = roots[side].find(({ name }) => name === first);
  return rest.reduce<Found | undefined>(
    (found, name) => found && step(found, name),
    root && { property: root, lives: livesOf(root) },
  );
}

function step({ property, lives }: Found, name: string): Found | undefined {
  for (const object of objectsIn(typeOf(property))) {
    const limited = (object.limited ?? []).map((limit) => limit.property);
    const inner = [...object.properties, ...limited].find((candidate) => candidate.name === name);
    if (inner) return { property: inner, lives: [...lives, ...livesOf(inner)] };
  }
  return undefined;
}

const typeOf = ({ eras }: PropertyModel): TypeModel => eras.at(-1)?.type ?? [];

const livesOf = (property: PropertyModel): Spans[] => [
  property.exists,
  ...typeOf(property).map(({ exists }) => exists),
];

const kindsOf = (type: TypeModel): KindModel[] => type.map(({ kind }) => kind);

const objectsIn = (type: TypeModel): Extract<KindModel, { kind: "object" }>["object"][] =>
  kindsOf(type).flatMap((kind) => {
    if (kind.kind === "object") return [kind.object];
    return kind.kind === "array" ? objectsIn(kind.items) : [];
  });

/** Whether a kind of the spec is what the vendor's word for the type means. */
const meanings: Readonly<Record<string, (kind: KindModel) => boolean>> = {
  boolean: (kind) => kind.kind === "boolean",
  int: (kind) => kind.kind === "number" && kind.level !== "number",
  integer: (kind) => kind.kind === "number" && kind.level !== "number",
  bigint: (kind) => kind.kind === "number" && kind.level === "int64",
  number: (kind) => kind.kind === "number" && kind.level === "number",
  string: (kind) => kind.kind === "string",
  text: (kind) => kind.kind === "string",
  uuid: (kind) => kind.kind === "string" && kind.format === "uuid",
  datetime: (kind) => kind.kind === "string" && kind.format === "date-time",
  "date or datetime": (kind) =>
    kind.kind === "string" && (kind.format === "date" || kind.format === "date-time"),
  object: (kind) => kind.kind === "object",
  externalDiscount: (kind) => kind.kind === "object",
  array: (kind) => kind.kind === "array",
  "payment[]": (kind) => kind.kind === "array" && kind.items.some((item) => item.kind.kind === "object"),
  "int[]": (kind) => kind.kind === "array" && kind.items.some((item) => item.kind.kind === "number"),
  "string[]": (kind) => kind.kind === "array" && kind.items.some((item) => item.kind.kind === "string"),
};

const nameOf = ({ side, pointer }: SeedRow): string => `${side} ${pointer}`;

describe("the vendor's pages", () => {
  it("have every row of their tables in the spec", () => {
    expect(rows.filter((row) => find(row) === undefined).map(nameOf)).toEqual([]);
  });

  it("agree with the spec on types, but for the errata", () => {
    const wrong = rows.filter((row) => {
      const type = row.specType ?? row.type;
      const meaning = type === null ? () => true : meanings[type];
      const found = find(row);
      const kinds = found ? kindsOf(typeOf(found.property)) : [];
      return !meaning || !kinds.some(meaning);
    });
    expect(wrong.map((row) => `${nameOf(row)}: ${row.specType ?? row.type ?? ""}`)).toEqual([]);
  });

  it("agree with the spec on what is optional, but for the errata", () => {
    // The first step is an object of an event; whether it is required differs from event to event.
    const inner = rows.filter(({ pointer, planned }) => pointer.includes(".") && planned !== true);
    const wrong = inner.filter(
      (row) => existsStill(find(row)?.property.required ?? []) !== !(row.specOptional ?? row.optional),
    );
    expect(wrong.map(nameOf)).toEqual([]);
  });

  it("agree with the spec on when something was added", () => {
    const wrong = rows.flatMap((row) => {
      const said = row.specAddedIn ?? row.addedIn;
      const want = said === null ? undefined : parseRelease(said);
      const have = latest(find(row)?.lives ?? []);
      return have === want ? [] : [`${nameOf(row)}: ${show(have)}, not ${show(want)}`];
    });
    expect(wrong).toEqual([]);
  });

  it("name nothing as planned that the spec already has", () => {
    const planned = rows.filter((row) => row.planned);
    expect(planned.filter((row) => find(row)?.property.aside?.kind !== "planned").map(nameOf)).toEqual([]);
  });

  it("list the first twelve events, and the spec has them", () => {
    const names = model.events.map(({ name }) => name);
    expect((readCases("seed-events.json") as string[]).filter((name) => !names.includes(name))).toEqual([]);
  });
});

const latest = (lives: readonly Spans[]): Release | undefined => {
  const releases = lives.flatMap((spans) => firstIn(spans) ?? []);
  return releases.length === 0 ? undefined : (Math.max(...releases) as Release);
};

const show = (release: Release | undefined): string =>
  release === undefined ? "the beginning" : formatRelease(release);

describe("the protocol facts", () => {
  it("have every event that there was when the tests' copy was made", () => {
    const names = model.events.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(loadRealModel().events.map(({ name }) => name)));
  });

  it("tie the special answers to their events", () => {
    const special = model.answers
      .filter(({ onlyFor }) => onlyFor)
      .map(({ property, onlyFor }) => [property.name, onlyFor]);
    expect(Object.fromEntries(special)).toEqual({
      scanCode: ["scanCode"],
      receiptFooter: ["completeSession"],
      billFooter: ["printBill"],
      externalPayment: [
        "cancelExternalPayment",
        "pollExternalPayment",
        "requestCancelExternalPayment",
        "startExternalPayment",
      ],
    });
  });

  it("excuse backgroundPoll and the external payments from polling", () => {
    expect(model.events.filter(({ pollingOptional }) => pollingOptional).map(({ name }) => name)).toEqual([
      "backgroundPoll",
      "cancelExternalPayment",
      "pollExternalPayment",
      "requestCancelExternalPayment",
      "startExternalPayment",
    ]);
  });
});
