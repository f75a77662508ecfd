import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRequire } from "node:module";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { collectFiles, emit, realSpec, type Range } from "../../workbench/emit.js";
import { makeProjectFolder, removeFolder, writeFiles } from "../../workbench/folders.js";
import { noTools, toolPath, withReason } from "../../workbench/tools.js";
import { startNode } from "../compilers/compiler.js";

const cases: readonly { range: Range; responses: "safe" | "gated"; plain: boolean }[] = [
  { range: "48..", responses: "safe", plain: false },
  { range: "..", responses: "gated", plain: false },
  { range: "..48", responses: "gated", plain: true },
];

const documents = ["server-3.1", "server-3.0", "webhooks-3.1"].flatMap((name) =>
  ["yaml", "json"].map((extension) => `openapi/${name}.${extension}`),
);

interface Parser {
  parse(text: string): Promise<{
    document?: { operations(): readonly unknown[] };
    diagnostics: readonly { severity: number; message: string }[];
  }>;
}

interface SecondValidator {
  validate(path: string): Promise<{ valid: boolean; errors?: unknown }>;
}

describe.skipIf(noTools !== undefined).each(cases)(
  withReason("$range, $responses, plain: $plain"),
  ({ range, ...options }) => {
    let folder: string;
    let files: ReadonlyMap<string, string>;

    beforeAll(async () => {
      folder = makeProjectFolder();
      files = collectFiles(await emit(realSpec(), range, { targets: ["openapi", "asyncapi"], ...options }));
      writeFiles(folder, files);
    });

    afterAll(() => {
      removeFolder(folder);
    });

    it("Redocly finds neither errors nor warnings, by its recommended rules", async () => {
      const cli = toolPath("@redocly/cli/bin/cli.js");
      const args = [cli, "lint", "--extends=recommended", "--format=json", ...documents];
      const offline = { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
      const printed = await text(startNode(folder, args, offline).stdout);
      // It prints an object for each document.
      const totals = [...printed.matchAll(/"errors": (\d+),\s+"warnings": (\d+)/g)];
      expect([...printed.matchAll(/"message": .*/g)].map(([message]) => message)).toEqual([]);
      expect(totals.map(([, errors, warnings]) => [errors, warnings])).toEqual(
        documents.map(() => ["0", "0"]),
      );
    });

    it.each(documents)("a second validator takes %s", async (path) => {
      const index = pathToFileURL(toolPath("@seriousme/openapi-schema-validator/index.js")).href;
      const { Validator } = (await import(/* @vite-ignore */ index)) as {
        Validator: new () => SecondValidator;
      };
      const { valid, errors } = await new Validator().validate(join(folder, path));
      expect(errors).toBe(undefined);
      expect(valid).toBe(true);
    });

    it.each(["yaml", "json"])("the parser of AsyncAPI has nothing against the %s", async (extension) => {
      const parser = createRequire(import.meta.url)(toolPath("@asyncapi/parser")) as {
        Parser: new () => Parser;
      };
      const source = files.get(`asyncapi/mplus.asyncapi.${extension}`) ?? "";
      const { document, diagnostics } = await new parser.Parser().parse(source);
      expect(document?.operations().length).toBeGreaterThan(20);
      // 0 is an error, 1 a warning; it also tells that there is a newer version of AsyncAPI.
      expect(diagnostics.filter(({ severity }) => severity < 2)).toEqual([]);
    });
  },
);
