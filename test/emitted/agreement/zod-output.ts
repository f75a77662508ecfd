import type { CheckedSpec } from "../../../generator/contract/read/checked-spec.js";
import type { Range } from "../../workbench/emit.js";
import { importFrom } from "../../workbench/folders.js";
import { loadContract, type Body, type Contract } from "../validators/contract.js";
import type { Issue } from "./zod-differences.js";

export interface Schema {
  safeParse(value: unknown): {
    readonly success: boolean;
    readonly data?: unknown;
    readonly error?: { readonly issues: readonly Issue[] };
  };
}

/** `zod/index.ts` of an output, without the types of its events. */
interface Schemas {
  readonly requestSchemas: Readonly<Record<string, Schema>>;
  readonly responseSchemas: Readonly<Record<string, Schema>>;
  readonly errorRequest: Schema;
}

export interface ZodOutput extends Contract {
  schema(body: Body, event: string): Schema;
}

/** The folder is below one of `makeRunFolder`. */
export async function loadZodOutput(spec: CheckedSpec, range: Range, folder: string): Promise<ZodOutput> {
  const contract = await loadContract(spec, range, folder, { beside: ["zod"] });
  const schemas = await importFrom<Schemas>(contract.folder, "zod/index.js");
  return {
    ...contract,
    schema: (body, event) => {
      if (body === "errorRequest") return schemas.errorRequest;
      const found = (body === "request" ? schemas.requestSchemas : schemas.responseSchemas)[event];
      if (!found) throw new Error(`there is no schema of the ${body} of ${event}`);
      return found;
    },
  };
}
