import type { JsonObject } from "../../../generator/json.js";
import { readAt, update, type JsonPath } from "../../workbench/json-paths.js";

/** The answer with another value at a path, if it has one there. */
export const put =
  (path: JsonPath, value: unknown) =>
  (answer: JsonObject): unknown =>
    has(answer, path) ? update(answer, path, () => value) : answer;

const has = (value: unknown, [key, ...rest]: JsonPath): boolean =>
  key === undefined ||
  (typeof value === "object" &&
    value !== null &&
    Object.hasOwn(value, key) &&
    has(readAt(value, [key]), rest));

/** The answer with more in it. */
export const add =
  (parts: object) =>
  (answer: JsonObject): unknown => ({ ...answer, ...parts });

/** Where an answer has its first discount. */
export const firstDiscount: JsonPath = ["lineChanges", 0, "externalDiscount"];
