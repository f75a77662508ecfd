import { showInvisible } from "../text/invisible.js";

/** Data as a file of JSON for people to read: what no reader can see is escaped, and reads back as it was. */
export const printJson = (data: object): string =>
  `${JSON.stringify(data, undefined, 2).split("\n").map(showInvisible).join("\n")}\n`;
