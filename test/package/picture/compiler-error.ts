import { cpSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fencedBlocks } from "../../cli/running.js";
import { startNode } from "../../output/compilers/compiler.js";
import { makeProjectFolder, removeFolder, writeFiles } from "../../workbench/folders.js";

const options = { strict: true, target: "es2022", module: "nodenext", types: ["node"], noEmit: true };

/** What the compiler prints, in colour, of the README's server with a property that is misspelt. */
export async function printCompilerError(readme: string, root: string): Promise<string> {
  const [server = ""] = fencedBlocks(readme, "ts");
  const folder = makeProjectFolder();
  try {
    cpSync(join(root, "generated"), join(folder, "generated"), { recursive: true });
    writeFiles(folder, [
      ["package.json", '{ "type": "module" }'],
      ["tsconfig.json", JSON.stringify({ compilerOptions: options, files: ["server.ts"] })],
      ["server.ts", server.replace("relationNumber", "relationNumbr")],
    ]);
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    return await text(startNode(folder, [tsc, "--pretty"]).stdout);
  } finally {
    removeFolder(folder);
  }
}
