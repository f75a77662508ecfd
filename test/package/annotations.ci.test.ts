import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { packageRoot } from "../../generator/contract/package/package-root.js";

const hostile = "100%\r\n::error::hello";
const escaped = "100%25%0D%0A::error::hello";
const change = {
  code: "note-added",
  verdict: "handle",
  direction: "request",
  pointer: "/a",
  events: ["ping"],
};

it.each([
  {
    printed: {
      outputs: [
        {
          out: "a,b",
          files: [
            { path: "b:\n::d%", action: "change" },
            { path: "c", action: "unchanged" },
          ],
        },
      ],
    },
    line: "::error file=a%2Cb/b%3A%0A%3A%3Ad%25,title=not up to date::This file differs from the generated one.\n",
  },
  {
    printed: { changes: [{ ...change, advice: hostile, file: "a,b:c\n::d%", line: 3 }] },
    line: `::warning file=a%2Cb%3Ac%0A%3A%3Ad%25,line=3,title=handle%3A note-added::request /a (ping): ${escaped}\n`,
  },
  {
    printed: { problems: [{ code: "usage", message: hostile, hint: "Do." }] },
    line: `::error title=usage::${escaped} Do.\n`,
  },
])("no text can end an annotation or begin another: $line", ({ printed, line }) => {
  const program = join(packageRoot, "annotate.mjs");
  const input = JSON.stringify(printed);
  expect(execFileSync(process.execPath, [program], { input, encoding: "utf8" })).toBe(line);
});
