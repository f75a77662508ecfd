import { expect, it } from "vitest";
import { sign } from "../../../templates/copied/receiver/base/signature.js";
import { findAll, rowsOf, textOf } from "../../targets/docs/markdown-tree.js";
import { templates } from "../../workbench/emit.js";
import { parsedPage } from "../../workbench/outputs.js";
import { codeOn, samples, secret } from "./start-samples.js";

const wrongly = sign("test", Buffer.from(secret).toString("base64"));

it("lists the steps of the first page in the order of its sections, with right signatures", async () => {
  const page = await parsedPage("..", "start.md");
  const [steps] = findAll(page, "list");
  const sections = findAll(page, "heading").slice(1).map(textOf);
  expect(steps?.children?.map((step) => textOf(step))).toEqual(sections.slice(0, -1));
  expect(findAll(page, "code").map(({ value }) => value)).toContain(sign("test", secret));
  expect(findAll(page, "inlineCode").map(({ value }) => value)).toContain(wrongly);
});

it.each(samples)("the page start/$id.md holds each file to the letter, and says its name", async (sample) => {
  const text = textOf(await parsedPage("..", `start/${sample.id}.md`));
  for (const [file, code] of await codeOn(sample)) {
    expect(code).toBe(templates.get(`pages/samples/${file}`));
    if (file !== "signature.sh") expect(text).toContain(file);
  }
});

it("every sample is on a page", () => {
  const files = [...templates.keys()].filter((path) => path.startsWith("pages/samples/"));
  const named = samples.flatMap(({ files }) => files.map((file) => `pages/samples/${file}`));
  expect(named.sort()).toEqual(files.sort());
});

it("the page on subscribing has right signatures, except for the one that it calls wrong", async () => {
  const tables = findAll(await parsedPage("..", "subscribe.md"), "table").map(rowsOf);
  const [signatures] = tables.filter(([row]) => row?.[0] === secret);
  expect(signatures?.map(([, , signature]) => signature)).toEqual([
    sign("test", secret),
    sign("", secret),
    sign('{"text":"Crème brûlée €"}', secret),
    `${wrongly} is wrong`,
  ]);
});
