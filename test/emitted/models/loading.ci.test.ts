import { describe, expect, it } from "vitest";
import { runProgram } from "../../workbench/run.js";
import { madeFiles } from "../../workbench/made-output.js";
import { inFolder } from "../../workbench/folders.js";
import { modelCases } from "./cases.js";
import { needs, withReason } from "../../workbench/tools.js";

const missing = needs("php");

describe("models in php are loaded", () => {
  it.skipIf(missing).each(Object.entries(modelCases.loads))(
    withReason("by %s", missing),
    async (_by, lines) => {
      const files = await madeFiles("..", { targets: ["models"], language: "php" });
      const use = "echo json_encode(Mplus\\ScanCodeResponse::from((object) []));";
      const code = ["set_include_path('models');", ...lines.map((line) => `${line};`)];
      await inFolder(files, async (folder) => {
        const ended = await runProgram(folder, ["php", "-r", [...code, use].join("\n")]);
        expect(ended).toEqual({ code: 0, stdout: "{}", stderr: "" });
      });
    },
  );
});
