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

const text = (description: string, more: object = {}) => ({ description, type: "string", ...more });
const textsOfPages = { type: "array", items: { type: "array", items: { type: "string" } } };

/**
 * A release that only adds: an event with its own object and answer (each with a nested array), a step of a flow and an example; a property
 * of a request and of an answer; an enum value.
 */
export function additionsTo(given: SpecInMemory): Changes {
  const spec = read(given);
  const { release, listed } = addRelease(spec);
  const type = "properties/fields/items/properties/type";
  const types = spec["responses/form.json"].properties.fields.items.properties.type.enum;
  const request = requestOf(spec);
  const isNew = { "x-added-in": release };
  return {
    ...listed,
    "requests/trialVoucher.json": {
      title: "TrialVoucher",
      description: "The voucher that was handed in.",
      type: "object",
      ...isNew,
      required: ["number"],
      properties: {
        number: text("What is printed on it."),
        pages: { description: "What it says, page by page.", ...textsOfPages },
      },
    },
    "responses/trialVoucher.json": {
      title: "TrialVoucherAnswer",
      description: "Whether the voucher is taken.",
      type: "object",
      ...isNew,
      required: ["accepted"],
      properties: {
        accepted: { description: "True takes the voucher.", type: "boolean" },
        pages: { description: "What is printed, page by page.", ...textsOfPages },
      },
    },
    "events/trialEvent.json": {
      description: "A voucher was handed in.",
      ...isNew,
      carries: { session: { required: true }, trialVoucher: { required: true } },
      answers: { trialVoucher: {} },
    },
    "examples/trialEvent/handed-in.json": {
      description: "A voucher is handed in and taken.",
      release,
      request: { ...request, trialVoucher: { number: "V-1", pages: [["Ten euros"]] } },
      response: { trialVoucher: { accepted: true, pages: [["Thank you"]] } },
    },
    "flows/trial-voucher.json": {
      title: "Take a voucher",
      description: "A customer hands in a voucher.",
      story: { session: { sessionId: request.session.sessionId } },
      setUp: [
        {
          event: "trialEvent",
          blocking: request.event.eventBlocking,
          text: "The till waits for the answer.",
        },
      ],
      steps: [
        {
          id: "hand-in",
          event: "trialEvent",
          text: "A voucher is handed in.",
          next: [
            { answer: { trialVoucher: { accepted: true } }, to: "taken", example: "trialEvent/handed-in" },
            { till: "The voucher is handed back.", to: "refused" },
          ],
        },
      ],
      ends: [
        { id: "taken", text: "The voucher is taken." },
        { id: "refused", text: "The sale goes on without the voucher." },
      ],
    },
    ...standingsOf(spec, { sends: { events: ["trialEvent"] }, takes: { answers: ["trialVoucher"] } }),
    "requests/customAction.json#/properties/trialCaption": text("Caption of the button.", isNew),
    "responses/form.json#/properties/trialText": text("Text below the title.", isNew),
    [`responses/form.json#/${type}/enum/${types.length}`]: "trialColor",
    [`responses/form.json#/${type}/x-enum-added-in/trialColor`]: release,
    "examples/customAction/trial-form.json": {
      description: "A form with a text below its title and a field for a colour.",
      release,
      request: { ...request, customAction: { customActionId: "portal", trialCaption: "Gift card" } },
      response: {
        form: {
          id: "card",
          title: "Which card?",
          trialText: "Take one.",
          fields: [{ id: "colour", type: "trialColor", required: true, label: "Colour" }],
        },
      },
    },
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
  const isNew = { "x-added-in": release };
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
    "responses/openUrl.json#/properties/trialTitle": text("Title of the page.", isNew),
    ...addRequired("common/session-line.json", needed),
    [`common/session-line.json#/properties/${needed}/x-required-since`]: release,
    "requests/scanCode.json#/properties/trialReader": text("Which reader it was.", isNew),
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
