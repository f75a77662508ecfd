import { cpSync } from "node:fs";
import { join } from "node:path";
import { runProgram } from "../../cli/running.js";
import { makeProjectFolder, removeFolder, writeFiles } from "../../workbench/folders.js";

const options = { strict: true, target: "es2022", module: "nodenext", types: ["node"], noEmit: true };

/** A handler with a misspelt property in its answer. */
const handlers = `import { defineHandlers } from "./generated/express/index.js";

export const handlers = defineHandlers({
  scanCode: () => ({ scanCode: { recognized: true, relationNumbr: 12 } }),
});
`;

/** What the compiler prints of it, in colour. */
export async function printCompilerError(root: string): Promise<string> {
  const folder = makeProjectFolder();
  try {
    cpSync(join(root, "generated"), join(folder, "generated"), { recursive: true });
    writeFiles(folder, [
      ["package.json", '{ "type": "module" }'],
      ["tsconfig.json", JSON.stringify({ compilerOptions: options, files: ["handlers.ts"] })],
      ["handlers.ts", handlers],
    ]);
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    return (await runProgram(folder, [process.execPath, tsc, "--pretty"])).stdout;
  } finally {
    removeFolder(folder);
  }
}
