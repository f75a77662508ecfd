import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import standalone from "ajv/dist/standalone/index.js";
import { emit, viewOfSpec } from "../emitted.mjs";
import { importFrom } from "../processes.mjs";
import { checkWithZod } from "./zod.mjs";
import { importSource } from "../../workbench/sources.mjs";

const { toJsonSchema } = await importSource("../test/workbench/json-schema.ts");

/** Our validators, with the problems' messages, which are created when read. */
export const inWords = "ours, with problems read";
const told = (result) => result.ok || result.problems.length === 0;

export async function makeContestants(home, few) {
  await emit(home, { target: ["validators"] });
  const ours = await importFrom(home, "validators/index.js");
  const event = viewOfSpec().events.find(({ name }) => name === "scanCode");
  const make = async (side, validate) => {
    const schema = toJsonSchema(event[side], side);
    writeFileSync(join(home, `${side}.mjs`), compileStandalone(schema));
    const { check } = await importFrom(home, `${side}.mjs`);
    return {
      ours: (body) => validate(body).ok,
      [inWords]: (body) => told(validate(body)),
      "ajv standalone": check,
      ...(!few && { "ajv in memory": createAjv().compile(schema), "zod 4": checkWithZod(schema) }),
    };
  };
  return {
    request: await make("request", ours.validateScanCodeRequest),
    response: await make("response", ours.validateScanCodeResponse),
  };
}

function createAjv(code = {}) {
  const ajv = new Ajv({ strictTypes: false, code });
  formats.default(ajv);
  return ajv;
}

function compileStandalone(schema) {
  const ajv = createAjv({ source: true, esm: true });
  ajv.addSchema(schema, "scanCode");
  // ajv-formats is loaded by `require`, even in a module.
  const header =
    'import { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);\n';
  return header + standalone.default(ajv, { check: "scanCode" });
}
