/** A path as a word of a command that a person copies. */
export function quoteForShell(path: string): string {
  const portable = path.replaceAll("\\", "/");
  return /^[\w./-]+$/.test(portable) ? portable : `"${portable.replace(/["$`]/g, "\\$&")}"`;
}
