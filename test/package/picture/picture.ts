import { cpSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../../generator/contract/package/package-root.js";
import { runProgram } from "../../cli/running.js";
import { makeProjectFolder, removeFolder, writeFiles } from "../../workbench/folders.js";
import { drawTerminal } from "./draw-terminal.js";

export const picturePath = join(packageRoot, "docs/compiler-error.svg");

export async function drawPicture(): Promise<string> {
  const printed = await printCompilerError();
  const title = "The compiler refuses an answer with a misspelt property, and names it";
  return drawTerminal(emphasize(dropContext(printed)), title);
}

/** Drops the location of the expected type and the error count. */
const dropContext = (printed: string): string =>
  printed.split(/\n\n(?: {2}|Found )\S*handlers\.ts|\nFound /)[0] ?? "";

const emphasize = (printed: string): string =>
  printed.replace(/"There is no [^"]*"/g, (sentence) => `\u001b[1m${sentence}\u001b[0m`);

const compilerOptions = { strict: true, target: "es2022", module: "nodenext", types: ["node"], noEmit: true };

const handlers = `import { defineHandlers } from "./generated/express/index.js";

export const handlers = defineHandlers({
  scanCode: () => ({ scanCode: { recognized: true, relationNumbr: 12 } }),
});
`;

/** The compiler's output, in color. */
async function printCompilerError(): Promise<string> {
  const folder = makeProjectFolder();
  try {
    cpSync(join(packageRoot, "generated"), join(folder, "generated"), { recursive: true });
    writeFiles(folder, [
      ["package.json", '{ "type": "module" }'],
      ["tsconfig.json", JSON.stringify({ compilerOptions, files: ["handlers.ts"] })],
      ["handlers.ts", handlers],
    ]);
    const tsc = join(packageRoot, "node_modules/typescript/bin/tsc");
    return (await runProgram(folder, [process.execPath, tsc, "--pretty"])).stdout;
  } finally {
    removeFolder(folder);
  }
}
