import { describe, expect, it } from "vitest";
import { readPage } from "../../../generator/drift/pages/read-page.js";
import { readSourceText } from "../../../generator/drift/source-text.js";
import type { Page } from "../../../generator/drift/pages/page.js";
import type { Outcome } from "../../../generator/problem/problem.js";
import { harmlessPages, refusedPages } from "./hostile-pages.js";

async function read(file: string, given: string | Buffer): Promise<Outcome<Page>> {
  const chunks = (async function* () {
    await Promise.resolve();
    yield Buffer.from(given);
  })();
  const text = await readSourceText({ file, chunks });
  return text.ok ? readPage(file, text.value) : text;
}

describe("a hostile page", () => {
  it.each(refusedPages)("is refused: $name", async ({ file, given, want }) => {
    expect(await read(file, given())).toMatchObject({ ok: false, problems: [{ ...want, place: { file } }] });
  });

  it.each(harmlessPages)("is read, and does no harm: $name", async ({ file, given }) => {
    expect(await read(file, given())).toMatchObject({ ok: true });
  });

  it("runs no script, and shows none", async () => {
    const outcome = await read(
      "page.html",
      "<p onclick='x()'>a<script>globalThis.x = 1</script><style>b</style>",
    );
    expect(outcome).toMatchObject({ value: { blocks: [{ kind: "paragraph", text: "a" }] } });
    expect(globalThis).not.toHaveProperty("x");
  });
});
