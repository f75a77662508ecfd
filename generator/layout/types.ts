import { group, ifBroken, indent, join, line, softline, type Document } from "./document.js";
import { takeList, toWord, type Words } from "./words.js";

/** A type, laid out but for where it stands. */
export interface PrintedType {
  readonly of: Document;
  /** Of a union, which has a line for each member if it is too long for one. */
  readonly members: number;
  /** Those members, which are members of a union around it as well. */
  readonly parts?: readonly Member[];
  /** In parentheses where it is one of several. */
  readonly isIntersection?: boolean;
}

/** Takes a type. */
export function takeType(words: Words): PrintedType {
  words.skip("|");
  const taken = [takeIntersection(words)];
  while (words.skip("|")) taken.push(takeIntersection(words));
  const members = taken.length === 1 ? taken : taken.flatMap((member) => member.parts ?? [enclose(member)]);
  const [only] = members;
  if (members.length === 1 && only) return only;
  // An object beside null stays on the line.
  if (members.filter(({ isNull }) => !isNull).length === 1 && members.some(({ isName }) => isName))
    return {
      of: join(
        " | ",
        members.map(({ of }) => of),
      ),
      members: 1,
    };
  const lines = members.map(({ of }, index) => [index === 0 ? ifBroken("| ") : [line, "| "], indent(of)]);
  return { of: group(lines), members: members.length, parts: members };
}

const enclose = (type: Member): Member =>
  type.isIntersection ? { ...type, of: ["(", type.of, ")"], isIntersection: false } : type;

/** A type as it stands behind a colon. */
export const indentUnion = ({ of, members }: PrintedType): Document =>
  members > 1 ? group(indent([softline, of])) : of;

interface Member extends PrintedType {
  readonly isNull?: boolean;
  readonly isName?: boolean;
}

function takeIntersection(words: Words): Member {
  const parts = [takePostfix(words)];
  while (words.skip("&")) parts.push(takePostfix(words));
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  return {
    of: join(
      " & ",
      parts.map(({ of }) => of),
    ),
    members: 1,
    isIntersection: true,
  };
}

function takePostfix(words: Words): Member {
  let type = takePrimary(words);
  while (words.next() === "[" && words.next(1) === "]") {
    words.take();
    words.take();
    const of =
      type.members > 1 ? ["(", group([indent([softline, type.of]), softline]), ")"] : enclose(type).of;
    type = { of: [of, "[]"], members: 1 };
  }
  return type;
}

const keywords = ["string", "number", "boolean", "null", "unknown", "never", "bigint"];

function takePrimary(words: Words): Member {
  if (words.skip("(")) {
    const inner = takeType(words);
    words.expect(")");
    return inner;
  }
  if (words.skip("{")) {
    words.expect("}");
    return { of: "{}", members: 1 };
  }
  if (words.skip("typeof")) return { of: `typeof ${words.take()}`, members: 1 };
  const word = words.take();
  const { of } = takeTypeArguments(words);
  const isName = !keywords.includes(word) && !/^["\d-]/.test(word);
  return { of: [toWord(word), of], members: 1, isNull: word === "null", isName };
}

/** The types between `<` and `>`, if there are any. */
export function takeTypeArguments(words: Words): { readonly of: Document; readonly isComplex: boolean } {
  if (!words.skip("<")) return { of: "", isComplex: false };
  const types = takeList(words, ">", () => takeType(words));
  const of = types.map((type) => type.of);
  const isComplex = types.length > 1 || types.some(({ members }) => members > 1);
  if (!isComplex) return { of: ["<", of, ">"], isComplex };
  return { of: group(["<", indent([softline, join([",", line], of)]), softline, ">"]), isComplex };
}
