import type { Token } from "./parser.js";

/** Where a page of Markdown lies on the site. */
export const sitePath = (path: string): string =>
  path.replace(/(^|\/)README\.md$/, "$1index.md").replace(/\.md$/, ".html");

/** Lets the links of some fresh tokens lead to the pages of the site. */
export function turnLinks(tokens: readonly Token[]): void {
  for (const token of tokens) {
    if (token.type === "link_open") turnLink(token);
    turnLinks(token.children ?? []);
  }
}

function turnLink(link: Token): void {
  const href = String(link.attrGet("href") ?? "");
  if (/^https:/i.test(href)) {
    link.attrSet("rel", "noopener noreferrer");
    return;
  }
  const [path = "", ...anchor] = href.split("#");
  link.attrSet("href", [sitePath(path), ...anchor].join("#"));
}
