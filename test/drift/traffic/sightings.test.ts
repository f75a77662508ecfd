import { expect, it } from "vitest";
import type { Json } from "../../../generator/base/json.js";
import { buildModel } from "../../../generator/contract/model/build.js";
import { indexContract } from "../../../generator/drift/contract.js";
import { createRedaction } from "../../../generator/till/traffic/redact.js";
import { createSmallSpec, type SmallSpec } from "../../workbench/small-spec.js";
import { readCases } from "../../workbench/cases.js";
import { createReader, read, tellAll, toLines } from "./recording.js";

/** The other properties are the request. */
interface SeenRecord {
  readonly shop?: string;
  readonly event?: string;
  readonly answer?: Json;
}

interface SightingCase {
  readonly name: string;
  readonly releases?: Readonly<Record<string, string>>;
  readonly records: readonly SeenRecord[];
  readonly told: Findings;
  /** With `--show-values`, if this differs. */
  readonly shown?: Findings;
  /** Of a redacted recording, if this differs. */
  readonly redacted?: Findings;
}

type Findings = ReturnType<typeof tellAll>;

const { spec, cases } = readCases("sightings.yaml", import.meta) as {
  readonly spec: SmallSpec;
  readonly cases: readonly SightingCase[];
};

const model = buildModel(createSmallSpec(spec));

/** As if a till with this property ran v20 or later. */
const proveRelease = (_: string, { ping }: { readonly ping?: Json }): string | undefined =>
  JSON.stringify(ping ?? null).includes('"came"') ? "20" : undefined;

function tellOf(
  { records, releases }: SightingCase,
  { isRedacted = false, showsValues = false } = {},
): Findings {
  const redact = createRedaction(model, Buffer.alloc(32, 1));
  const recorded = records.map(({ shop = "shop-12", event = "ping", answer = null, ...request }) => {
    const hide = (body: Json, direction: "request" | "response") =>
      isRedacted ? redact(body, { event, direction, isReport: false }) : body;
    const bodies = { request: hide(request, "request"), answer: hide(answer, "response") };
    return { event, subscription: shop, ...(isRedacted ? { redacted: true } : {}), ...bodies };
  });
  const reader = createReader({ releases, proveRelease, showsValues });
  return tellAll(read({ "x.ndjson": toLines(recorded) }, indexContract(model), reader));
}

it.each(cases)("$name", (given) => {
  const { told, redacted = told, shown = told } = given;
  expect({
    told: tellOf(given),
    redacted: tellOf(given, { isRedacted: true, showsValues: true }),
    shown: tellOf(given, { showsValues: true }),
  }).toEqual({ told, redacted, shown });
});
