import { expect, it } from "vitest";
import { collectFiles, emit, realSpec } from "../../workbench/emit.js";

it("the stores of an output import nothing but the output, with either kind of crypto", async () => {
  for (const crypto of ["node", "web"] as const) {
    const files = collectFiles(await emit(realSpec(), "48..", { targets: ["stores"], crypto }));
    const own = [...files].filter(([path]) => path.startsWith("stores/") && path.endsWith(".ts"));
    const imports = own.flatMap(([, text]) => [...text.matchAll(/ from "([^"]+)"/g)].map(([, from]) => from));
    expect(imports).toContain("../receiver/api/store.js");
    expect(imports.filter((from) => from?.startsWith(".") !== true)).toEqual([]);
    expect([...files.keys()]).toContain("stores/README.md");
  }
});
