/** Without a name that ends in `.ts` prettier searches the whole text for signs of JSX. */
const style = { printWidth: 110, filepath: "code.ts" };

/** TypeScript as prettier prints it. The one door to prettier, which loads when it is first needed. */
export async function formatTypeScript(code: string): Promise<string> {
  const { format } = await import("prettier");
  return format(code, { ...style, parser: "typescript" });
}
