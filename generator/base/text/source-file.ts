/** How relative imports of the output end: `./x.js`, `./x.ts` or `./x`. */
export type ImportExtension = "js" | "ts" | "none";

/** What every file of the output says of itself. */
export const banner =
  "Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.";

/** A script of the output: its first line says what made it. */
export const withBanner = (code: string): string => `// ${banner}\n\n${code}`;

/** A TypeScript file of the output, in which Biome has nothing to do: its rules, layout and order of imports are others. */
export const withCodeBanner = (code: string): string =>
  `// ${banner}\n// biome-ignore-all lint format assist: generated\n\n${code}`;

/** A style sheet of the output. */
export const withStyleBanner = (style: string): string => `/* ${banner} */\n\n${style}`;

/** A file in which a hash begins a comment, as in YAML. */
export const withHashBanner = (text: string): string => `# ${banner}\n\n${text}`;

/** A drawing or another document that is marked up. */
export const withMarkupBanner = (markup: string): string => `<!-- ${banner} -->\n${markup}`;

/** A page of HTML: browsers want the type of the document before all else. */
export const withHtmlBanner = (html: string): string => `<!doctype html>\n${withMarkupBanner(html)}`;

/**
 * A page of Markdown, which begins with its title: a definition that nothing refers to says under it what no reader
 * needs to see.
 */
export const withPageBanner = (text: string): string =>
  text.replace(/^# .*\n/, (title) => `${title}\n[//]: # "${banner}"\n`);

/** The relative imports and exports of some code, with the extension that the user's project wants. */
export function withExtension(code: string, extension: ImportExtension): string {
  if (extension === "js") return code;
  const suffix = extension === "ts" ? ".ts" : "";
  return code.replace(/(\bfrom ")(\.{1,2}\/[^"\n]+)\.js(";)/g, `$1$2${suffix}$3`);
}
