import { format } from "prettier";
import { describe, expect, it } from "vitest";
import { addRelease } from "../../generator/contract/read/add-release.js";

describe("an added release", () => {
  const entry = { release: "2", summary: "Two." };
  const added = '{ "release": "2", "summary": "Two." }';

  it.each([
    [
      "keeps tabs, and the order of numbers",
      '{\n\t"releases": [\n\t\t{ "release": "1" }HERE,\n\t\t{ "release": "10" }\n\t]\n}',
      `,\n\t\t${added}`,
    ],
    [
      "keeps line ends, and the order",
      '{\r\n  "releases": [\r\n    HERE{ "release": "3" }\r\n  ]\r\n}',
      `${added},\r\n    `,
    ],
    ["stays on one line with the others", '{"releases":[{"release":"1"}HERE]}', `, ${added}`],
    ["may be the only one", '{"releases":[HERE]}', added],
  ])("%s", (_, text, put) => {
    const value = text.replace("HERE", put);
    expect(addRelease(text.replace("HERE", ""), entry)).toMatchObject({ ok: true, value });
  });

  it.each([
    ["1", 110, "one line"],
    ["1", 111, "lines"],
    ["3", 110, "one line"],
    ["3", 111, "lines"],
  ])("is broken as prettier breaks it: beside %s, %i characters wide, it takes %s", async (other, width) => {
    const text = `{\n  "releases": [\n    { "release": "${other}" }\n  ]\n}\n`;
    const before = '    { "release": "2", "summary": "" }'.length + (other === "3" ? 1 : 0);
    const outcome = addRelease(text, { release: "2", summary: "x".repeat(width - before) });
    const value = outcome.ok ? outcome.value : "";
    expect(value).toContain('"summary": "xx');
    expect(value).toBe(await format(value, { parser: "json", printWidth: 110 }));
    expect(value.split("\n")).toHaveLength(text.split("\n").length + (width > 110 ? 4 : 1));
  });
});
