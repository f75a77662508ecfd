import {
  enclose,
  group,
  ifBroken,
  indent,
  joinDocuments,
  line,
  softline,
  toDocuments,
  type Document,
} from "./document.js";
import { takeSeparated, takeList, formatToken, type TokenReader } from "./tokens.js";

/** A type, laid out but for where it stands. */
interface PrintedType {
  readonly of: Document;
  /** Of a union, which has a line for each if it is too long for one. */
  readonly members?: readonly PrintedType[];
  /** In parentheses where it is one of several: an intersection, or an object beside null, which stays on its line. */
  readonly isSeveral?: boolean;
  readonly isName?: boolean;
}

/** Takes a type. */
export function takeType(tokens: TokenReader): PrintedType {
  tokens.skip("|");
  const taken = takeSeparated(tokens, "|", takeIntersection);
  if (taken.length === 1) return taken[0];
  const members = taken.flatMap((each) => each.members ?? [{ ...each, of: inParentheses(each) }]);
  const others = members.filter(({ of }) => of !== "null");
  if (others.length === 1 && others[0]?.isName)
    return { of: joinDocuments(" | ", toDocuments(members)), isSeveral: true };
  const lines = members.map(({ of }, index) => [index === 0 ? ifBroken("| ") : [line, "| "], indent(of)]);
  return { of: group(lines), members };
}

/** A type as it stands behind a colon. */
export const indentUnion = ({ of, members }: PrintedType): Document =>
  members ? group(indent([softline, of])) : of;

/** A type as it stands among others. */
function inParentheses({ of, members, isSeveral }: PrintedType): Document {
  if (members) return ["(", group([indent([softline, of]), softline]), ")"];
  return isSeveral ? ["(", of, ")"] : of;
}

function takeIntersection(tokens: TokenReader): PrintedType {
  const parts = takeSeparated(tokens, "&", takePostfix);
  if (parts.length === 1) return parts[0];
  const within = parts.map((each) => (each.members ? inParentheses(each) : each.of));
  return { of: joinDocuments(" & ", within), isSeveral: true };
}

function takePostfix(tokens: TokenReader): PrintedType {
  let type = takePrimary(tokens);
  while (tokens.skip("[", "]")) type = { of: [inParentheses(type), "[]"] };
  return type;
}

const keywords = ["string", "number", "boolean", "null", "unknown", "never"];

function takePrimary(tokens: TokenReader): PrintedType {
  if (tokens.skip("(")) {
    const inner = takeType(tokens);
    tokens.expect(")");
    return inner;
  }
  if (tokens.skip("{", "}")) return { of: "{}" };
  if (tokens.skip("typeof")) return { of: `typeof ${tokens.take()}` };
  const token = formatToken(tokens.take());
  if (keywords.includes(token) || /^["'`\d-]/.test(token)) return { of: token };
  return { of: [token, takeTypeArguments(tokens)], isName: true };
}

/** The types between `<` and `>`, if there are any; one alone stays beside its brackets. */
export function takeTypeArguments(tokens: TokenReader): Document {
  if (!tokens.skip("<")) return "";
  const types = takeList(tokens, ">", takeType);
  const [only] = types;
  return types.length === 1 && only && !only.members
    ? ["<", only.of, ">"]
    : enclose("<>", toDocuments(types));
}
