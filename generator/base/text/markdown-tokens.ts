/** Only this file imports `marked`. */
export { Lexer, Parser, Renderer, type Token, type Tokens } from "marked";
