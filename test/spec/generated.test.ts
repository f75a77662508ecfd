import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runCommand } from "../workbench/command.js";

const repository = fileURLToPath(new URL("../..", import.meta.url));

/** The targets that print the contract. `npm run check` compares all targets. */
const targets = "docs,models,postman,jsonschema,openapi,asyncapi";

test("generated/ has the docs, models and schemas of today's spec", async () => {
  const call = ["--check", "--target", targets, "--language", "php", "--min-version", "48"];
  const { code, stdout, stderr } = await runCommand(call, { cwd: repository });
  expect({ code, stderr }, `${stdout}\nRun npm run generate, and commit generated/.`).toEqual({
    code: 0,
    stderr: "",
  });
});
