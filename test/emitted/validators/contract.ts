import { join } from "node:path";
import type { CheckedSpec } from "../../../generator/contract/read/checked-spec.js";
import type { View } from "../../../generator/contract/view/view.js";
import type { Result, StandardSchemaV1 } from "../../../templates/copied/validators/results.js";
import { emit, collectFiles, type Range } from "../../workbench/emit.js";
import { importFrom, transpile, writeFiles } from "../../workbench/folders.js";
import { madeOutput } from "../../workbench/made-output.js";
import { loadRange, loadRealModel } from "../../workbench/real-spec.js";

export type Body = "request" | "response" | "errorRequest";

/** `validators/index.ts` of an output, without the types of its events. */
export interface Validators {
  validateRequest(event: string, body: unknown): Result<unknown>;
  validateResponse(event: string, body: unknown): Result<unknown>;
  validateErrorRequest(body: unknown): Result<unknown>;
  readonly requestSchemas: Readonly<Record<string, StandardSchemaV1<unknown>>>;
  readonly responseSchemas: Readonly<Record<string, StandardSchemaV1<unknown>>>;
}

export interface Contract {
  readonly range: Range;
  readonly view: View;
  readonly validators: Validators;
  readonly files: ReadonlyMap<string, string>;
  readonly folder: string;
  knows(event: string): boolean;
  check(body: Body, event: string, document: unknown): Result<unknown>;
}

/** Formats the problems of a rejection, which is otherwise done when they are read. */
export const withPlainProblems = (result: Result<unknown>): Result<unknown> =>
  result.ok ? result : { ok: false, problems: result.problems };

/** The folder is below one of {@link makeRunFolder}. */
export async function loadContract(
  spec: CheckedSpec,
  range: Range,
  folder: string,
  beside: readonly string[] = [],
): Promise<Contract> {
  const generation = await emit(spec, range, { targets: ["validators", ...beside] });
  const files = collectFiles(generation);
  const home = join(folder, range.replaceAll(".", "_"));
  writeFiles(home, transpile(files));
  return toContract({ range, view: generation.view, files, folder: home });
}

/** The frozen contract's validators for a range, in the output that other tests share. */
export const loadMadeContract = async (range: Range): Promise<Contract> =>
  toContract({
    range,
    view: loadRange(range, loadRealModel()),
    ...(await madeOutput(range, { targets: ["express"] })),
  });

async function toContract(output: Pick<Contract, "range" | "view" | "files" | "folder">): Promise<Contract> {
  const validators = await importFrom<Validators>(output.folder, "validators/index.js");
  const check: Contract["check"] = (body, event, document) => {
    if (body === "errorRequest") return validators.validateErrorRequest(document);
    return body === "request"
      ? validators.validateRequest(event, document)
      : validators.validateResponse(event, document);
  };
  return {
    ...output,
    validators,
    check,
    knows: (event) => output.view.events.some(({ name }) => name === event),
  };
}
