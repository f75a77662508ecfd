import {
  enclose,
  group,
  ifBroken,
  indent,
  join,
  line,
  softline,
  toDocuments,
  type Document,
} from "./document.js";
import { takeApart, takeList, toWord, type Words } from "./tokens.js";

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
export function takeType(words: Words): PrintedType {
  words.skip("|");
  const taken = takeApart(words, "|", takeIntersection);
  if (taken.length === 1) return taken[0];
  const members = taken.flatMap((each) => each.members ?? [{ ...each, of: inParentheses(each) }]);
  const others = members.filter(({ of }) => of !== "null");
  if (others.length === 1 && others[0]?.isName)
    return { of: join(" | ", toDocuments(members)), isSeveral: true };
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

function takeIntersection(words: Words): PrintedType {
  const parts = takeApart(words, "&", takePostfix);
  if (parts.length === 1) return parts[0];
  const within = parts.map((each) => (each.members ? inParentheses(each) : each.of));
  return { of: join(" & ", within), isSeveral: true };
}

function takePostfix(words: Words): PrintedType {
  let type = takePrimary(words);
  while (words.skip("[", "]")) type = { of: [inParentheses(type), "[]"] };
  return type;
}

const keywords = ["string", "number", "boolean", "null", "unknown", "never", "bigint"];

function takePrimary(words: Words): PrintedType {
  if (words.skip("(")) {
    const inner = takeType(words);
    words.expect(")");
    return inner;
  }
  if (words.skip("{", "}")) return { of: "{}" };
  if (words.skip("typeof")) return { of: `typeof ${words.take()}` };
  const word = toWord(words.take());
  if (keywords.includes(word) || /^["'\d-]/.test(word)) return { of: word };
  return { of: [word, takeTypeArguments(words)], isName: true };
}

/** The types between `<` and `>`, if there are any; one alone stays beside its brackets. */
export function takeTypeArguments(words: Words): Document {
  if (!words.skip("<")) return "";
  const types = takeList(words, ">", takeType);
  const [only] = types;
  return types.length === 1 && only && !only.members
    ? ["<", only.of, ">"]
    : enclose("<>", toDocuments(types));
}
