import { describe, expect, it } from "vitest";
import { runProgram } from "../../cli/running.js";
import { madeFiles } from "../../workbench/made-output.js";
import { inFolder } from "../../workbench/folders.js";
import { lacking, titled } from "./output.js";

const missing = lacking(["php"]);

/** Ways to load the PHP files: Composer uses `require` for `files` and `include` for a class map. */
const loads = [
  { by: "hand, without Composer", lines: ["require_once 'Mplus.php'"] },
  { by: "Composer, one file", lines: ["require 'Mplus.php'"] },
  { by: "Composer, both files", lines: ["require 'Mplus.php'", "require 'MplusJson.php'"] },
  { by: "Composer, the other order", lines: ["require 'MplusJson.php'", "require 'Mplus.php'"] },
  { by: "Composer, then by hand", lines: ["require 'Mplus.php'", "require_once 'Mplus.php'"] },
  {
    by: "by hand, then Composer",
    lines: ["require_once 'MplusJson.php'", "require 'MplusJson.php'", "require 'Mplus.php'"],
  },
  {
    by: "a class map",
    lines: [
      "spl_autoload_register(fn ($name) => include $name === 'Mplus\\InvalidBody' ? 'MplusJson.php' : 'Mplus.php')",
      "class_exists(Mplus\\InvalidBody::class)",
    ],
  },
];

describe("models in php are loaded", () => {
  it.skipIf(missing.length > 0).each(loads)(titled("by $by", missing), async ({ lines }) => {
    const files = await madeFiles("..", { targets: ["models"], language: "php" });
    const use = "echo json_encode(Mplus\\ScanCodeResponse::from((object) []));";
    const code = ["set_include_path('models');", ...lines.map((line) => `${line};`)];
    await inFolder(files, async (folder) => {
      const ended = await runProgram(folder, ["php", "-r", [...code, use].join("\n")]);
      expect(ended).toEqual({ code: 0, stdout: "{}", stderr: "" });
    });
  });
});
