import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { readTemplates } from "../../../generator/package/package-files.js";
import { sign } from "../../../templates/receiver/auth/signature.js";
import { missingPrograms, runProgram } from "../../cli/running.js";
import { loadRealModel, loadRealView } from "../../workbench/real-spec.js";
import { findAll, parseMarkdown, rowsOf, textOf } from "../../targets/docs/markdown-tree.js";
import { pageAt, pagesOf } from "../pages.js";
import { codeOn, lackingFor, samples, saveSample, secret, templatesOf, titleOf } from "./start-samples.js";
import { removeFolder } from "../../workbench/folders.js";

const model = loadRealModel();
const pages = await pagesOf(loadRealView({}, model), model);
const page = parseMarkdown(pageAt(pages, "start.md"));
const folder = join(import.meta.dirname, "../../../templates/pages/samples");

describe("the page to start with", () => {
  it("is the first that the index names", () => {
    const [first] = findAll(parseMarkdown(pageAt(pages, "README.md")), "link");
    expect(first?.url).toBe("start.md");
  });

  it("lists its steps in the order of its sections", () => {
    const [steps] = findAll(page, "list");
    const sections = findAll(page, "heading").slice(1).map(textOf);
    expect(steps?.children?.map((step) => textOf(step))).toEqual(sections.slice(0, -1));
  });

  it("has right signatures, and one that the mistake it names leads to", () => {
    expect(findAll(page, "code").map(({ value }) => value)).toContain(sign("test", secret));
    const wrong = sign("test", Buffer.from(secret).toString("base64"));
    expect(findAll(page, "inlineCode").map(({ value }) => value)).toContain(wrong);
  });

  it("has the request of the sample of that event", () => {
    const [request] = findAll(page, "code").filter(({ lang }) => lang === "json");
    const blocks = findAll(parseMarkdown(pageAt(pages, "events/startSession.md")), "code");
    const sample = blocks.find(({ lang }) => lang === "json");
    expect(request?.value).toBe(sample?.value);
  });

  it("leads to each receiver", () => {
    const [languages] = findAll(page, "table");
    expect(languages && rowsOf(languages)).toHaveLength(samples.filter(({ receiver }) => receiver).length);
  });
});

describe.each(samples)("the page start/$id.md", (sample) => {
  it("holds each file to the letter, and says under which name to save it", () => {
    const text = textOf(parseMarkdown(pageAt(pages, `start/${sample.id}.md`)));
    for (const [file, code] of codeOn(sample)) {
      const parts = templatesOf(sample, file).map((part) =>
        readFileSync(join(folder, part), "utf8").trimEnd(),
      );
      const gap = sample.id === "python" ? "\n\n\n" : "\n\n";
      expect(code).toBe(`${parts.join(gap)}\n`);
      if (file !== "signature.sh") expect(text).toContain(file);
    }
  });
});

it("every sample is on a page", () => {
  const files = [...readTemplates().keys()].filter((path) => path.startsWith("pages/samples/"));
  const named = samples.flatMap((sample) =>
    sample.files.flatMap((file) => templatesOf(sample, file).map((part) => `pages/samples/${part}`)),
  );
  expect(named.sort()).toEqual(files.sort());
});

it("the samples in TypeScript compile on their own, under strict", () => {
  const program = ts.createProgram(
    ["receiver.mts", "request.mts"].map((file) => join(folder, file)),
    {
      strict: true,
      noUncheckedIndexedAccess: true,
      noPropertyAccessFromIndexSignature: true,
      exactOptionalPropertyTypes: true,
      // What Node.js can strip by itself.
      erasableSyntaxOnly: true,
      verbatimModuleSyntax: true,
      noEmit: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      types: ["node"],
    },
  );
  const faults = ts.getPreEmitDiagnostics(program);
  expect(faults.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))).toEqual([]);
});

for (const sample of samples.filter(({ id }) => id === "curl"))
  it.skipIf(lackingFor(sample).length > 0)(
    titleOf(sample, "the shell signs one text as the page says"),
    async () => {
      const home = await saveSample(sample);
      const { stdout } = await runProgram(home, ["sh", "signature.sh"], { MPLUS_SECRET: secret });
      removeFolder(home);
      expect(stdout).toBe(sign("test", secret));
    },
  );

it.skipIf(process.env["CI"] === undefined && missingPrograms("openssl").length > 0)(
  "openssl makes a secret of 32 bytes",
  async () => {
    const { stdout } = await runProgram(folder, ["sh", "-c", findAll(page, "code")[0]?.value ?? ""]);
    expect(Buffer.from(stdout, "base64")).toHaveLength(32);
  },
);
