import { escapeCharacter, showInvisible } from "../text/invisible.js";

/**
 * A body as a client holds it. What looks like one of the client's `{{variables}}` is written with an escape of JSON, so that
 * the body means the same and nothing is put in its place.
 */
export const toBodyText = (body: unknown): string => showJson(body).replace(/\{(?=\{)/g, escapeCharacter);

/** Its line breaks are those of the layout: in a text they are escapes by now. */
const showJson = (body: unknown): string =>
  JSON.stringify(body, null, 2).split("\n").map(showInvisible).join("\n");
