import { format } from "prettier";
import { expect, it } from "vitest";
import { isSameButForLayout } from "../../generator/output/fingerprint.js";
import { formatText } from "../../generator/output/prettier.js";
import { output } from "../workbench/outputs.js";

const code = [
  "types",
  "express",
  "fastify",
  "hono",
  "koa",
  "nest",
  "fetch",
  "lambda",
  "stores",
  "inbox",
  "zod",
];

const layouts = [
  { singleQuote: true, trailingComma: "all" },
  {
    semi: false,
    trailingComma: "none",
    arrowParens: "avoid",
    useTabs: true,
    printWidth: 60,
    quoteProps: "consistent",
  },
  {
    printWidth: 200,
    objectWrap: "preserve",
    experimentalTernaries: true,
    experimentalOperatorPosition: "start",
  },
] as const;

// Otherwise, a file that another formatter changed after ours would count as edited.
it.each(["js", "none"] as const)(
  "code in any project's layout is the same as emitted code, if imports have the extension %s",
  async (importExtension) => {
    const files = await output("48..", { targets: code, importExtension });
    for (const [path, text] of files) {
      if (!path.endsWith(".ts")) continue;
      for (const layout of layouts)
        expect(await isSameButForLayout(path, (await formatText(path, text, layout)) ?? "", text), path).toBe(
          true,
        );
    }
  },
);

// Prettier's parsers lead to different layouts of this, with `experimentalTernaries`.
const ternary = `const counted = all?.has(path) ? all : counts${".filter(isIn)".repeat(20)};\n`;

it("code is laid out as the project's own prettier does it", async () => {
  const files = await output("48..", { targets: [...code, "receiver", "validators"] });
  for (const [path, text] of [...files, ["ternary.ts", ternary] as const]) {
    if (!/\.(?:ts|md)$/.test(path)) continue;
    for (const layout of layouts)
      expect(await formatText(path, text, layout), path).toBe(
        await format(text, { ...layout, filepath: path }),
      );
  }
});
