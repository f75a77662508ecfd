import { readFileSync } from "node:fs";
import { join } from "node:path";
import { printCompilerError } from "./compiler-error.js";
import { drawTerminal } from "./draw-terminal.js";

const root = join(import.meta.dirname, "../../..");

/** Where the README's picture lies. */
export const picturePath = join(root, "docs/compiler-error.svg");

/** Draws it: what the compiler says of the README's server with a misspelt property. */
export async function drawPicture(): Promise<string> {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const printed = await printCompilerError(readme, root);
  return drawTerminal(printed, "The compiler refuses an answer with a misspelt property, and names it");
}
