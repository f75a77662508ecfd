/** Whether a program reads what is printed. A call that is wrong was not parsed to its end. */
export const asksForJson = (argv: readonly string[]): boolean =>
  argv.some((word, index) => /^--json(=true)?$/.test(word) && !argv.slice(0, index).includes("--"));
