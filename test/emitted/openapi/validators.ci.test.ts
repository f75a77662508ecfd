import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, it } from "vitest";
import { madeFiles } from "../../workbench/made-output.js";
import { documents, fleets } from "./documents.js";

it.each(fleets)(
  "a second validator takes each document, $range, $responses",
  async ({ range, ...options }) => {
    const files = await madeFiles(range, { targets: ["openapi", "asyncapi"], ...options });
    for (const path of documents) {
      const { valid, errors } = await new Validator().validate(files.get(path) ?? "");
      expect({ valid, errors }, path).toEqual({ valid: true, errors: undefined });
    }
  },
);
