/** The one door to marked: the tokens of a text in Markdown, and those within a line as HTML. */
export { Lexer, Parser, Renderer, type Token, type Tokens } from "marked";
