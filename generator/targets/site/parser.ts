import type { Env, MarkdownIt, Token } from "markdown-it";

export type { MarkdownIt, Token };

/**
 * A parser of Markdown that makes no element of what a text of the spec says. The one door to markdown-it, which is
 * loaded here and not before: the other targets run without it.
 */
export async function loadParser(): Promise<MarkdownIt> {
  const { default: Parser } = await import("markdown-it");
  const parser = new Parser({ html: false, linkify: false, breaks: false });
  // Whatever the pages link to is written as a link, and they have no pictures.
  parser.disable(["autolink", "image"]);
  parser.validateLink = leadsToPage;
  return parser;
}

/** To another page of ours, or with encryption to one on the web. */
const leadsToPage = (url: string): boolean =>
  /^https:\/\//i.test(url) || !(/^[\s\p{C}]*[a-z][\w+.-]*:/iu.test(url) || url.startsWith("//"));

/** Draws a token; `usual` is how the parser would. */
export type DrawToken = (token: Token, usual: string, env: Env) => string;

/** Has the tokens of a type drawn otherwise than the parser would. */
export function drawWith({ renderer }: MarkdownIt, type: string, draw: DrawToken): void {
  renderer.rules[type] = (tokens, index, options, env = {}) => {
    const token = tokens[index];
    return token ? draw(token, renderer.renderToken(tokens, index, options), env) : "";
  };
}
