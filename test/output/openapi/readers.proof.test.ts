import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runProgram } from "../../cli/running.js";
import { makeProjectFolder, removeFolder, writeFiles } from "../../workbench/folders.js";
import { madeFiles } from "../../workbench/made-output.js";
import { noTools, toolPath, withReason } from "../../workbench/tools.js";
import { documents, fleets } from "./documents.js";

interface Parser {
  parse(text: string): Promise<{
    document?: { operations(): readonly unknown[] };
    diagnostics: readonly { severity: number; message: string }[];
  }>;
}

describe.skipIf(noTools !== undefined).each(fleets)(
  withReason("$range, $responses"),
  ({ range, ...options }) => {
    const folder = makeProjectFolder();
    let files: ReadonlyMap<string, string>;

    beforeAll(async () => {
      files = await madeFiles(range, { targets: ["openapi", "asyncapi"], ...options });
      writeFiles(folder, files);
    });
    afterAll(() => removeFolder(folder));

    it("Redocly finds neither errors nor warnings, by its recommended rules", async () => {
      const cli = [process.execPath, toolPath("@redocly/cli/bin/cli.js")] as const;
      const offline = { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
      const args = ["lint", "--extends=recommended", "--format=json", ...documents];
      const { stdout } = await runProgram(folder, [...cli, ...args], offline);
      // It prints an object for each document.
      const totals = [...stdout.matchAll(/"errors": (\d+),\s+"warnings": (\d+)/g)];
      expect([...stdout.matchAll(/"message": .*/g)].map(([message]) => message)).toEqual([]);
      expect(totals.map(([, errors, warnings]) => [errors, warnings])).toEqual(
        documents.map(() => ["0", "0"]),
      );
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
