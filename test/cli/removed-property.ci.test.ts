import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runCommand } from "../workbench/command.js";
import { copySpec } from "./copied-spec.js";

const removed = "response openUrl.urlTitle";
const reviews = {
  reviewed: {
    claims: [{ source: "A page", claim: `${removed} optional`, hash: "0123456789abcdef", why: "A slip." }],
    sentences: [{ source: "A page", of: removed, hash: "1123456789abcdef" }],
  },
  "soap-names": {
    ...{ source: "A schema", seenAs: "a schema", elements: {}, leftOut: {}, concerns: [] },
    roots: [{ type: "Caption", side: "response", path: "openUrl.urlTitle" }],
  },
};

/** A copy of the frozen spec with a property that has a review and SOAP names. `edits` as in `copySpec`. */
function copyReviewed(edits?: Parameters<typeof copySpec>[0]): string {
  const spec = copySpec(edits);
  rmSync(join(spec, "drift"), { recursive: true });
  mkdirSync(join(spec, "drift"));
  for (const [name, content] of Object.entries(reviews))
    writeFileSync(join(spec, "drift", `${name}.json`), `${JSON.stringify(content, null, 2)}\n`);
  return spec;
}

it("removing a property that reviews name is one edit for diff, and lint names the examples and reviews", async () => {
  const old = copyReviewed();
  expect(await runCommand(["lint", "--spec", old])).toMatchObject({ code: 0, stderr: "" });
  const remove = (text: string): string => text.replace(/"urlTitle": \{[^}]*\},/, "");
  const spec = copyReviewed({ "responses/openUrl.json": remove });
  const diff = await runCommand(["diff", "--spec", spec, "--spec-from", old, "--fail-on", "breaking"]);
  expect([diff.code, diff.stderr]).toEqual([1, ""]);
  expect(diff.stdout).toMatch(/breaking +response +\/openUrl\/urlTitle +property-removed/);
  const explained = await runCommand(["explain", "openUrl.urlTitle", "--spec", spec]);
  expect([explained.code, explained.stderr]).toEqual([2, expect.stringMatching(/^mplus-codegen: /)]);
  const linted = await runCommand(["lint", "--spec", spec]);
  expect(linted.code).toBe(2);
  expect(linted.stderr.split("\n").filter((line) => line.startsWith("error: "))).toEqual([
    "error: examples/customAction/customer-portal.json:38:5 (example-invalid)",
    "error: drift/reviewed.json:5:7 (review-astray)",
    "error: drift/reviewed.json:13:7 (review-astray)",
    "error: drift/soap-names.json:11:7 (review-astray)",
  ]);
  expect(linted.stderr).toContain(
    'The spec has no property of an answer "openUrl.urlTitle". If it was removed on purpose, remove this entry too.',
  );
});

it("generate, diff and explain do not read the reviews", async () => {
  const spec = copyReviewed();
  for (const name of ["reviewed", "names", "soap-names"])
    writeFileSync(join(spec, "drift", `${name}.json`), Buffer.from([0xff, 0x7b]));
  const generate = ["--target", "types", "--out", join(spec, "../out")];
  for (const call of [["explain", "scanCode"], ["diff", "48", "57"], ["diff"], generate])
    expect(await runCommand([...call, "--spec", spec])).toMatchObject({ code: 0, stderr: "" });
  const refused = await runCommand(["lint", "--spec", spec]);
  expect([refused.code, refused.stderr.match(/\(not-utf8\)/g)?.length]).toEqual([2, 3]);
  expect((await runCommand(["drift", join(spec, "releases.json"), "--spec", spec])).code).toBe(2);
});
