import { describe, expect, it } from "vitest";
import { isSameButForLayout } from "../../generator/output/fingerprint.js";

const code = `export const ids = [1, 2];

export type Id = "a" | "b";
`;

describe("a megabyte in a generated file", () => {
  const paths = ["a.ts", "a.js", "a.css", "a.json", "a.md", "a.yaml", "a.html", "a.py"];
  const fillers = ["\n", " ", "\t", "|", "(", ",", "=|", '\\"', "`", "["];

  it.each(paths.flatMap((path) => fillers.map((filler) => ({ path, filler }))))(
    "of $filler takes no longer to compare than the file itself: $path",
    async ({ path, filler }) => {
      const most = filler.repeat(1_000_000 / filler.length);
      await isSameButForLayout(path, `${code}\n`, code);
      for (const text of [code + most, code.replace("\n\n", `\n${most}\n`)]) {
        const start = process.cpuUsage();
        await isSameButForLayout(path, text, code);
        const { user, system } = process.cpuUsage(start);
        expect((user + system) / 1000).toBeLessThan(1000);
      }
    },
  );
});

it("a file is not parsed if it is nested more deeply than a formatter can have made it", async () => {
  const name = "interface".repeat(100);
  const text = `x = ${name.replace(/(?!^)/g, "(")}${")".repeat(899)};\n`;
  const start = process.cpuUsage();
  expect(await isSameButForLayout("a.ts", `${code}${text}`, `${code}x = ${name};\n`)).toBe(false);
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1000).toBeLessThan(100);
});
