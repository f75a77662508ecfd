import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { packageRoot } from "../../generator/contract/package/package-root.js";

const annotate = (printed: object): string =>
  execFileSync(process.execPath, [join(packageRoot, "annotate.mjs")], {
    input: JSON.stringify(printed),
    encoding: "utf8",
  });

const hostile = "100%\r\n::error::hello";
const escaped = "100%25%0D%0A::error::hello";

it("an annotation cannot be ended, or another begun, by what it says", () => {
  const files = [
    { path: "b:\n::d%", action: "change" },
    { path: "c", action: "unchanged" },
  ];
  expect(annotate({ outputs: [{ out: "a,b", files }] })).toBe(
    "::error file=a%2Cb/b%3A%0A%3A%3Ad%25,title=not up to date::This file differs from the generated one.\n",
  );
  const change = {
    code: "note-added",
    verdict: "handle",
    direction: "request",
    pointer: "/a",
    advice: hostile,
    events: ["ping"],
    file: "a,b:c\n::d%",
    line: 3,
  };
  expect(annotate({ changes: [change] })).toBe(
    `::warning file=a%2Cb%3Ac%0A%3A%3Ad%25,line=3,title=handle%3A note-added::request /a (ping): ${escaped}\n`,
  );
  expect(annotate({ problems: [{ code: "usage", message: hostile, hint: "Do." }] })).toBe(
    `::error title=usage::${escaped} Do.\n`,
  );
});
