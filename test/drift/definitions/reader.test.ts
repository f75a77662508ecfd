import { describe, expect, it } from "vitest";
import { definitionsReader } from "../../../generator/drift/definitions/definitions-reader.js";
import { indexModel } from "../../../generator/drift/judge/known.js";
import { readers } from "../../../generator/drift/readers.js";
import { loadRealModel } from "../../workbench/real-spec.js";
import { bodyNames } from "../soap/reading.js";
import { toLines } from "./claim-lines.js";
import { read } from "./read.js";
import { readerCases } from "./reader-cases.js";

describe("a page of definitions", () => {
  it.each(readerCases)("is read: $name", ({ given, claims, unread = [] }) => {
    const reading = read("page.md", given.join("\n"));
    const remarks = reading.remarks.map(({ sentence, unread: why }) =>
      [...(why === undefined ? [] : [why]), sentence.text.replaceAll("\n", " ")].join(": "),
    );
    expect({ claims: toLines(reading.claims), remarks }).toEqual({ claims, remarks: unread });
  });

  it("says where everything stands", () => {
    const reading = read(
      "page.md",
      "# A page\n## Request objects\n### box\n\nOne. Two.\n\nThis came with v3.1.",
    );
    expect(reading).toMatchObject({ title: "A page", count: 4, newest: 3_0001_0000, lists: "everything" });
    expect(reading.remarks.map(({ sentence }) => sentence)).toMatchObject([
      {
        text: "One.",
        place: { file: "page.md", title: "A page", section: "Request objects > box", line: 5 },
      },
      { text: "Two.", place: { line: 5 } },
      { text: "This came with v3.1.", place: { line: 7 } },
    ]);
  });

  it("is recognized by how pages are saved", () => {
    const names = ["a.html", "A.HTM", "a.md", "a.txt", "a.wsdl", "a.json", "a"];
    expect(names.filter((name) => definitionsReader.recognizes(name, ""))).toEqual([
      "a.html",
      "A.HTM",
      "a.md",
      "a.txt",
    ]);
    expect(readers).toContain(definitionsReader);
  });

  it("is refused where its source is", async () => {
    const chunks = (async function* () {
      await Promise.resolve();
      yield Buffer.from("a\0");
    })();
    const context = { names: { names: [] }, soapNames: bodyNames, known: indexModel(loadRealModel()) };
    const outcome = await definitionsReader.read({ file: "page.md", chunks }, context);
    expect(outcome).toMatchObject({ ok: false, problems: [{ code: "source-not-text" }] });
  });
});
