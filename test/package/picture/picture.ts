import { join } from "node:path";
import { printCompilerError } from "./compiler-error.js";
import { drawTerminal } from "./draw-terminal.js";

const root = join(import.meta.dirname, "../../..");

/** Where the README's picture lies. */
export const picturePath = join(root, "docs/compiler-error.svg");

/** Draws it: what the compiler says of a handler with a misspelt property. */
export async function drawPicture(): Promise<string> {
  const printed = await printCompilerError(root);
  const title = "The compiler refuses an answer with a misspelt property, and names it";
  return drawTerminal(emphasize(dropContext(printed)), title);
}

/** Without where the expected type is declared, and the count of errors. */
const dropContext = (printed: string): string =>
  printed.split(/\n\n(?: {2}|Found )\S*handlers\.ts|\nFound /)[0] ?? "";

/** The sentence that says what is wrong stands out. */
const emphasize = (printed: string): string =>
  printed.replace(/"There is no [^"]*"/g, (sentence) => `\u001b[1m${sentence}\u001b[0m`);
