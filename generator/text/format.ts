/** Without a name that ends in `.ts` prettier searches the whole text for signs of JSX. */
const style = { printWidth: 110, filepath: "code.ts" };

/** TypeScript as prettier prints it. The one door to prettier, which loads when it is first needed. */
export async function formatTypeScript(code: string): Promise<string> {
  const { format } = await import("prettier");
  return format(code, { ...style, parser: "typescript" });
}

/** Each of these pieces of TypeScript as prettier prints it, in one call, which takes half as long as many. */
export async function formatPieces(pieces: readonly string[]): Promise<readonly string[]> {
  const formatted = await formatTypeScript(pieces.join(`\n\n${border}\n\n`));
  const parts = formatted.split(`\n${border}\n`).map((part) => part.trim());
  if (parts.length !== Math.max(1, pieces.length))
    throw new Error("the pieces of some code cannot be told apart");
  return parts;
}

/** No piece has a line like this: comments on a line of their own are made by us. */
const border = "// ---- 8< ----";
