import { readFileSync } from "node:fs";

/**
 * Faults of faults.txt: name, file, a text that is unique in the file, its replacement, and the test file that
 * detects it.
 */
export const allFaults = readFileSync(new URL("faults.txt", import.meta.url), "utf8")
  .split(/^# /m)
  .slice(1)
  .map(readFault);

function readFault(text) {
  const [name, file, find, put, test] = text.trim().split("\n");
  return {
    name,
    file,
    find: find.slice(2),
    put: put.slice(2).replace("\\n", "\n"),
    test: test.slice(2),
  };
}
