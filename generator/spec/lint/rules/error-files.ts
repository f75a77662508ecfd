import { report } from "../../../problem/catalogue.js";
import type { Problem } from "../../../problem/problem.js";
import type { LinkedSpec } from "../../link/link-spec.js";
import { envelopePath, errorCodesPath } from "../../object-lists.js";
import { listTypes } from "./keywords.js";

/** The error request is an object, and the error codes are an enum. */
export const errorFilesFit = (spec: LinkedSpec): Problem[] => [...errorRequest(spec), ...errorCodes(spec)];

function errorRequest({ envelope, shapes }: LinkedSpec): Problem[] {
  const shape = envelope && shapes.get(envelope.errorRequest);
  if (!shape || listTypes(shape).includes("object")) return [];
  const place = { file: envelopePath, pointer: "/errorRequest" };
  return [report("invalid-value", { expected: "must name a file that describes an object" }, place)];
}

function errorCodes({ shapes }: LinkedSpec): Problem[] {
  const shape = shapes.get(errorCodesPath);
  if (!shape || shape.enum) return [];
  return [report("missing-keyword", { keyword: "enum" }, { file: errorCodesPath, pointer: "" })];
}
