/**
 * Text that a job of GitHub may print: its runner takes `::` at the start of a line, and `##[` anywhere, for the beginning of a
 * command. What is written instead is the same JSON, and reads the same.
 */
export const disarm = (text: string): string =>
  text.replaceAll("##[", "##\\u005b").split("\n").map(disarmLine).join("\n");

const disarmLine = (line: string): string =>
  line.trimStart().startsWith("::") ? line.replace("::", "\\u003a:") : line;
