/** The one door to marked: the tokens of a text in Markdown. */
export { Lexer, type Token, type Tokens } from "marked";
