import { escapeCharacter, toVisibleJson } from "../text/invisible.js";

/**
 * A body as a client holds it. What looks like one of the client's `{{variables}}` is written with an escape of JSON, so that
 * the body means the same and nothing is put in its place.
 */
export const toBodyText = (body: unknown): string =>
  toVisibleJson(body).replace(/\{(?=\{)/g, escapeCharacter);
