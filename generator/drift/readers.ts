import { definitionsReader } from "./definitions/definitions-reader.js";
import { notesReader } from "./notes/notes-reader.js";
import type { Reader } from "./reading.js";
import { soapReader } from "./soap/soap-reader.js";
import { trafficReader } from "./traffic/reader.js";

/** Every kind of source that is read, the first that recognizes a file reads it. */
export const readers: readonly Reader[] = [
  trafficReader,
  soapReader,
  notesReader,
  // Any other page.
  definitionsReader,
];
