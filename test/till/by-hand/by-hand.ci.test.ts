import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../../generator/package/package-root.js";
import { missingPrograms, withServer } from "../../cli/running.js";
import { findFreePort } from "../../workbench/servers/free-port.js";
import { secret } from "../../conformance/signature.js";
import { listFailures, playBuiltIn } from "../proof/built-in.js";

const isMissing = missingPrograms("python3").length > 0;
const folder = join(packageRoot, "test/till/by-hand");

/**
 * An integration in Python's standard library, written from the docs alone by somebody who had not seen ours. It serves a Dutch
 * shop, so that its dialog has other options than the scenario's.
 */
describe(`a receiver written by hand${isMissing ? ", SKIPPED: there is no python3 here" : ""}`, () => {
  it.skipIf(isMissing).each([
    ["loyalty", { choice: "Bewaren" }],
    ["payment", {}],
    ["payment-cancel", {}],
  ] as const)("passes the scenario %s", async (name, values) => {
    const port = await findFreePort();
    const server = {
      cwd: folder,
      command: ["python3", "server.py", `${port}`],
      port,
      env: { MPLUS_SECRET: secret },
    } as const;
    await withServer(server, async (python) => {
      const result = await playBuiltIn(name, { url: `http://localhost:${port}/mplus`, values });
      expect(listFailures(result)).toEqual([]);
      expect(result.outcome).toBe("passed");
      // It logs each request.
      expect(python.printed().stderr).not.toMatch(/could not use|Traceback/);
    });
  });
});
