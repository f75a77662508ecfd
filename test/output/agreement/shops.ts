import { join } from "node:path";
import type { Int64Mode } from "../../../generator/view/int64.js";
import type { CheckedSpec } from "../../../generator/spec/checked-spec.js";
import { findInt64Paths } from "../../../generator/targets/receiver/int64.js";
import type { View } from "../../../generator/view/view.js";
import { createLosslessJson } from "../../../templates/int64/lossless-json.js";
import type { Result } from "../../../templates/validators/result.js";
import { collectFiles, emit, type Range } from "../../workbench/emit.js";
import { importFrom, transpile, writeFiles } from "../../workbench/folders.js";
import type { Body, Validators } from "../validators/contract.js";

/** One contract, as our validators judge by it and as an export says it. */
export interface Shop {
  readonly range: Range;
  readonly int64: Int64Mode;
  readonly view: View;
  /** The folder of the output, transpiled: what it exports can be imported from there. */
  readonly folder: string;
  readonly files: ReadonlyMap<string, string>;
  /** What the emitted validators say of a body. */
  validate(body: Body, event: string, document: unknown): Result<unknown>;
  /** What they say of one that came as this text. */
  check(body: Body, event: string, text: string): Result<unknown>;
}

export interface ShopOptions {
  readonly range: Range;
  readonly int64: Int64Mode;
  /** The export that is held against the validators. */
  readonly target: string;
}

/** Emits the validators and an export below a folder of `makeRunFolder`, and imports the validators. */
export async function loadShop(spec: CheckedSpec, options: ShopOptions, home: string): Promise<Shop> {
  const { range, int64, target } = options;
  const generation = await emit(spec, range, { targets: ["validators", target], int64 });
  const files = collectFiles(generation);
  const folder = join(home, `${range}-${int64}`.replaceAll(".", "_"));
  writeFiles(folder, transpile(files));
  const validators = await importFrom<Validators>(folder, "validators/index.js");
  const read = createReader(generation.view, int64);
  const validate: Shop["validate"] = (body, event, document) => {
    if (body === "errorRequest") return validators.validateErrorRequest(document);
    return body === "request"
      ? validators.validateRequest(event, document)
      : validators.validateResponse(event, document);
  };
  return {
    ...{ range, int64, view: generation.view, folder, files, validate },
    check: (body, event, text) => validate(body, event, read(body, event, text)),
  };
}

/** Reads a text as the receiver does, with its 64-bit integers as the types have them. */
function createReader(view: View, int64: Int64Mode): (body: Body, event: string, text: string) => unknown {
  if (int64 === "number") return (_body, _event, text) => JSON.parse(text) as unknown;
  const paths = findInt64Paths(view);
  const [requests, responses] = [paths.requests, paths.responses].map((each) => ({
    body: createLosslessJson({ held: int64, requests: each, isErrorReport: () => false }),
    report: createLosslessJson({ held: int64, requests: each, isErrorReport: () => true }),
  }));
  return (body, event, text) => {
    const side = body === "response" ? responses : requests;
    return (body === "errorRequest" ? side?.report : side?.body)?.parse(text, event);
  };
}
