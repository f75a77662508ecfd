import { expect, it } from "vitest";
import { toCallbacks } from "../../../generator/targets/openapi/openapi.js";
import type { JsonObject } from "../../../generator/base/json.js";
import { collectFiles, emit } from "../../workbench/emit.js";
import { output, viewOf } from "../../workbench/outputs.js";
import { loadRealModel } from "../../workbench/real-spec.js";
import { createSmallSpec, object } from "../../workbench/small-spec.js";
import { at, listParts, listUnused, readDocument, targets } from "../documents.js";

const options = { targets };
const server = async (...asked: Parameters<typeof output>): Promise<JsonObject> =>
  readDocument(await output(...asked), "openapi/server-3.1.json");

it.each([
  ["48..", [["{$request.body#/externalPayment/callbackUrl}"]]],
  ["..40", []],
] as const)("%s has what is called back, if it sends the address", async (range, want) => {
  const parts = listParts(await server(range, options));
  const callbacks = parts.filter(([path]) => path.includes("callbacks") && path.at(-1) === "callbackUrl");
  expect(callbacks.map(([, value]) => Object.keys(value ?? {}))).toEqual(want);
});

it("a fleet with gated answers says so", async () => {
  const document = await server("48..", { ...options, responses: "gated" });
  expect(at(document, "info", "description")).toContain("some of these shops");
  const form = ["components", "schemas", "ScanCodeResponse", "properties", "form", "description"];
  expect(at(document, ...form)).toContain("Requires v59.");
  expect(listUnused(document)).toEqual([]);
});

it("what is called back has every address that some shop sends, even if two have one name", () => {
  const flow = loadRealModel().flows.find(({ steps }) => steps.some(({ call }) => call));
  const step = flow?.steps.find(({ call }) => call);
  const event = viewOf("48..").events.find(({ name }) => name === step?.event);
  const call = step?.call;
  if (!flow || !call || !event) throw new Error("nothing is called back");
  const { properties } = event.request;
  const refunds = properties.flatMap((each) =>
    each.name === "externalPayment" ? { ...each, name: "refund" } : [],
  );
  const request = { ...event.request, properties: [...properties, ...refunds] };
  const addresses = ["/externalPayment/callbackUrl", "/refund/callbackUrl", "/refund/nothing"];
  const [first = step, ...others] = addresses.map((address) => ({
    ...step,
    call: { ...call, address },
  }));
  const callbacks = toCallbacks({ ...event, request }, { flows: [{ ...flow, steps: [first, ...others] }] });
  expect(Object.entries(callbacks ?? {}).map(([name, each]) => [name, Object.keys(each)])).toEqual([
    ["callbackUrl", addresses.slice(0, 2).map((address) => `{$request.body#${address}}`)],
  ]);
});

it("a hostile contract brings no markup into a description, and nothing that no reader can see", async () => {
  const hostile = "Ping <img src=x onerror=alert(1)> [x](javascript:alert(1)) \u202e --- `a` # no";
  const spec = createSmallSpec({
    ping: { ...object("Ping", { yes: { type: "string", description: hostile } }), description: hostile },
    files: {
      "events/ping.json": { description: hostile, carries: { ping: { required: true } }, answers: {} },
      "examples/ping/one.json": { description: hostile, release: "10", request: { ping: { yes: hostile } } },
    },
  });
  const files = collectFiles(await emit(spec, "..", options));
  expect([...files.values()].join("")).not.toContain("\u202e");
  for (const name of ["server-3.1", "server-3.0"]) {
    const texts = listParts(readDocument(files, `openapi/${name}.json`)).flatMap(([path, value]) =>
      path.at(-1) === "description" && typeof value === "string" ? [value] : [],
    );
    expect(texts.filter((text) => text.includes("onerror")).length).toBeGreaterThan(2);
    for (const text of texts) expect(text).not.toMatch(/(?<!\\)<img|(?<!\\)\[x|\u202e/);
  }
});
