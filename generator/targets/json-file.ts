import { toVisibleJson } from "../text/quote.js";

/** Data as a file of JSON for people to read. */
export const printJson = (data: object): string => `${toVisibleJson(data)}\n`;
