import type { Branded } from "./brand.js";

/** HTML: text between tags, or inside a quoted attribute, or whole elements of ours. */
export type HtmlText = Branded<"HTML">;

/** Makes text fit to stand between the tags of HTML, or inside a quoted attribute. */
export const toHtmlText = (text: string): HtmlText =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`) as HtmlText;
