import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import standalone from "ajv/dist/standalone/index.js";
import { loadSpec } from "../../../dist/generator/package/load-spec.js";
import { buildModel } from "../../../dist/generator/model/build.js";
import { createAlbum } from "../../../dist/generator/lattice/album.js";
import { buildView } from "../../../dist/generator/view/build-view.js";
import { parseFleet } from "../../../dist/generator/time/fleet.js";
import { toJsonSchema } from "../../../dist/generator/view/json-schema.js";
import { emit } from "../emitted.mjs";
import { convert } from "./convert.mjs";
import { checkWithZod, zod } from "./zod.mjs";

const load = (...path) => import(pathToFileURL(join(...path)).href);

/** The same, and what is wrong is read as well: only then is it put into words. */
export const inWords = "ours, with problems read";
const told = (result) => result.ok || result.problems.length === 0;

/** Functions that say whether a body of scanCode fits, by side and contestant; all made of the same schema. */
export async function makeContestants(home) {
  await emit(home, { targets: ["validators"], minVersion: "48" });
  const ours = await load(home, "validators/scanCode.js");
  const schemas = schemasOfScanCode();
  return {
    request: {
      ours: (body) => ours.validateScanCodeRequest(body).ok,
      [inWords]: (body) => told(ours.validateScanCodeRequest(body)),
      ...(await othersFor(schemas.request, join(home, "request.mjs"))),
    },
    response: {
      ours: (body) => ours.validateScanCodeResponse(body).ok,
      [inWords]: (body) => told(ours.validateScanCodeResponse(body)),
      ...(await othersFor(schemas.response, join(home, "response.mjs"))),
    },
  };
}

function schemasOfScanCode() {
  const model = buildModel(loadSpec().value);
  const view = buildView(createAlbum(model), parseFleet({ minVersion: "48" }, model).value).value;
  const { request, response } = view.events.find(({ name }) => name === "scanCode");
  return { request: toJsonSchema(request, "request"), response: toJsonSchema(response, "response") };
}

async function othersFor(schema, path) {
  writeFileSync(path, compileStandalone(schema));
  const { check } = await load(path);
  return {
    "ajv standalone": check,
    "ajv in memory": createAjv().compile(schema),
    "zod 4": checkWithZod(convert(schema, zod)),
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
  // The code of ajv-formats is reached by `require`, also in a module.
  const header =
    'import { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);\n';
  return header + standalone.default(ajv, { check: "scanCode" });
}
