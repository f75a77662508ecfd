import { join } from "node:path";
import type { GenerateOptions } from "../../../generator/generate.js";
import type { CheckedSpec } from "../../../generator/spec/checked-spec.js";
import type { View } from "../../../generator/view/view.js";
import type { Result } from "../../../templates/validators/result.js";
import { collectFiles, emit, type Range } from "../../workbench/emit.js";
import { importFrom, transpile, writeFiles } from "../../workbench/folders.js";
import type { Issue } from "./differences.js";
import type { Body, Validators } from "../validators/contract.js";

/** What is used of a schema. */
export interface Schema {
  safeParse(value: unknown): {
    readonly success: boolean;
    readonly data?: unknown;
    readonly error?: { readonly issues: readonly Issue[] };
  };
}

/** `zod/index.ts` of an output, to a caller that does not know its events. */
interface Schemas {
  readonly requestSchemas: Readonly<Record<string, Schema>>;
  readonly responseSchemas: Readonly<Record<string, Schema>>;
  readonly errorRequest: Schema;
}

/** The validators and the schemas of one fleet. */
export interface ZodOutput {
  readonly view: View;
  validate(body: Body, event: string, document: unknown): Result<unknown>;
  schema(body: Body, event: string): Schema;
}

/** Emits both below a folder of `makeRunFolder`, and imports them. */
export async function loadZodOutput(
  spec: CheckedSpec,
  range: Range,
  folder: string,
  options: Partial<GenerateOptions> = {},
): Promise<ZodOutput> {
  const generation = await emit(spec, range, { targets: ["validators", "zod"], ...options });
  const output = join(folder, `${range.replaceAll(".", "_")}${options.int64 ?? ""}`);
  writeFiles(output, transpile(collectFiles(generation)));
  const validators = await importFrom<Validators>(output, "validators/index.js");
  const schemas = await importFrom<Schemas>(output, "zod/index.js");
  return {
    view: generation.view,
    validate: (body, event, document) => {
      if (body === "errorRequest") return validators.validateErrorRequest(document);
      return body === "request"
        ? validators.validateRequest(event, document)
        : validators.validateResponse(event, document);
    },
    schema: (body, event) => {
      if (body === "errorRequest") return schemas.errorRequest;
      const found = (body === "request" ? schemas.requestSchemas : schemas.responseSchemas)[event];
      if (!found) throw new Error(`there is no schema of the ${body} of ${event}`);
      return found;
    },
  };
}
