import { parseJsonOrText, type JsonObject } from "../../json.js";

/** Those of the given texts that stand in the place of a scenario's values, each of the kind that its own value has. */
export const overrideValues = (values: JsonObject, given: ReadonlyMap<string, string>): JsonObject =>
  Object.fromEntries(
    [...given]
      .filter(([name]) => Object.hasOwn(values, name))
      .map(([name, text]) => [name, typeof values[name] === "string" ? text : parseJsonOrText(text)]),
  );
