import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { defined } from "../../../generator/contract/read/values.js";
import type { Changes, SpecInMemory } from "../../contract/read/small-spec.js";

interface Contract {
  readonly "releases.json": { readonly releases: readonly { readonly release: string }[] };
  readonly "sources.json"?: { readonly seenBeyond?: { readonly to: string } };
  readonly "products.json"?: { readonly products: readonly Readonly<Record<"sends" | "takes", unknown[]>>[] };
  readonly "responses/form.json": { readonly properties: { readonly fields: { readonly items: Typed } } };
  readonly "requests/scanCode.json": { readonly required: readonly string[] };
  readonly "common/session-line.json": Shape;
  readonly "requests/customAction.json": Shape;
  readonly "responses/openUrl.json": Shape;
  readonly "examples/pauseSession/parked-at-table.json": { readonly request: SampleRequest };
}

interface SampleRequest {
  readonly event: { readonly eventBlocking: boolean };
  readonly sender: object;
  readonly session: { readonly sessionId: string };
}

interface Shape {
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, object>>;
}

interface Typed {
  readonly properties: { readonly type: { readonly enum: readonly string[] } };
}

const read = (spec: SpecInMemory): Contract => spec as unknown as Contract;

function addRelease(spec: Contract): { readonly release: string; readonly listed: Changes } {
  const { releases } = spec["releases.json"];
  const release = `${parseInt(releases.at(-1)?.release ?? "", 10) + 1}`;
  const { to } = spec["sources.json"]?.seenBeyond ?? {};
  const later = `${Number(release) + 1}`;
  const beyond: Changes =
    to === undefined
      ? {}
      : Number(to) < Number(later)
        ? { "sources.json#/seenBeyond": undefined }
        : { "sources.json#/seenBeyond/from": later };
  return {
    release,
    listed: {
      [`releases.json#/releases/${releases.length}`]: { release, summary: "What a test adds." },
      ...beyond,
    },
  };
}

function requestOf(spec: Contract): SampleRequest {
  const { event, sender, session } = spec["examples/pauseSession/parked-at-table.json"].request;
  return { event, sender, session: { sessionId: session.sessionId } };
}

const additions = readFileSync(join(import.meta.dirname, "additions.yaml"), "utf8");

/** A release that only adds, with the placeholders of additions.yaml filled in. */
export function additionsTo(given: SpecInMemory): Changes {
  const spec = read(given);
  const { release, listed } = addRelease(spec);
  const request = requestOf(spec);
  const values: Readonly<Record<string, unknown>> = {
    RELEASE: release,
    REQUEST: request,
    SESSION: request.session.sessionId,
    BLOCKING: request.event.eventBlocking,
    TYPES: spec["responses/form.json"].properties.fields.items.properties.type.enum.length,
  };
  const text = additions.replace(/\b[A-Z]{4,}\b/g, (name) =>
    name in values ? JSON.stringify(values[name]) : name,
  );
  return {
    ...listed,
    ...(parse(text, { merge: true }) as Changes),
    ...standingsOf(spec, { sends: { events: ["trialEvent"] }, takes: { answers: ["trialVoucher"] } }),
  };
}

/** Undocumented support in products: the first product has it, the others may. */
function standingsOf(spec: Contract, groups: Readonly<Record<"sends" | "takes", object>>): Changes {
  const { products } = spec["products.json"] ?? { products: [] };
  const edits = products.flatMap((product, index) =>
    (["sends", "takes"] as const).map((list) => [
      `products.json#/products/${index}/${list}/${product[list].length}`,
      { ...groups[list], standing: index === 0 ? "documented" : "unknown", basis: "What a test says." },
    ]),
  );
  return Object.fromEntries(edits) as Changes;
}

export function deprecationIn(given: SpecInMemory): Changes {
  const release = read(given)["releases.json"].releases.at(-1)?.release;
  const caption = "requests/customAction.json#/properties/buttonCaption";
  return { [`${caption}/x-deprecated-in`]: release, [`${caption}/x-replaced-by`]: "trialCaption" };
}

function pick({ required, properties }: Shape, ...names: readonly string[]): string {
  const isFree = (name: string): boolean =>
    !required.includes(name) && !("x-removed-in" in (properties[name] ?? { "x-removed-in": "" }));
  return defined(names.find(isFree), `one of ${names.join(", ")} is optional, and there`);
}

/** A release that removes one property, renames one, requires one that was optional, and adds a required one. */
export function takingsFrom(given: SpecInMemory): Changes {
  const spec = read(given);
  const { release, listed } = addRelease(spec);
  const text = (description: string) => ({ description, type: "string", "x-added-in": release });
  const addRequired = (file: "requests/scanCode.json" | "common/session-line.json", name: string) => ({
    [`${file}#/required/${spec[file].required.length}`]: name,
  });
  const removed = pick(spec["requests/customAction.json"], "numpadValue", "onStartup", "longClick");
  const renamed = pick(spec["responses/openUrl.json"], "urlTitle", "minimumWidth", "minimumHeight");
  const needed = pick(spec["common/session-line.json"], "quantity", "priceIncl");
  return {
    ...listed,
    [`requests/customAction.json#/properties/${removed}/x-removed-in`]: release,
    [`responses/openUrl.json#/properties/${renamed}/x-removed-in`]: release,
    [`responses/openUrl.json#/properties/${renamed}/x-replaced-by`]: "trialTitle",
    "responses/openUrl.json#/properties/trialTitle": text("Title of the page."),
    ...addRequired("common/session-line.json", needed),
    [`common/session-line.json#/properties/${needed}/x-required-since`]: release,
    "requests/scanCode.json#/properties/trialReader": text("Which reader it was."),
    ...addRequired("requests/scanCode.json", "trialReader"),
    "examples/scanCode/trial-reader.json": {
      description: "A code that is not ours, read at the desk.",
      release,
      request: {
        ...requestOf(spec),
        scanCode: { scannedCode: "8711234567890", codeType: "barcode", trialReader: "desk" },
      },
      response: { openUrl: { url: "https://shop.example.com", trialTitle: "Shop" } },
    },
  };
}
