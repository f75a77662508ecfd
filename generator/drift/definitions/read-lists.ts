import type { Direction } from "../../model/model.js";
import type { Claim, Sentence } from "../claim.js";
import type { Block } from "../pages/page.js";
import { isName } from "../pages/text-rows.js";
import type { Remark } from "../reading.js";
import { readLimit } from "./notes.js";
import type { Said } from "./said.js";
import { splitSentences } from "../words/split-sentences.js";

/** What the items of a list name. */
type Listed = Direction | "event";

/** Words of the paragraph above a list that say what it lists; the first that it has. */
const introductions: readonly { readonly words: readonly string[]; readonly listed: Listed }[] = [
  { words: ["following events", "volgende events", "volgende evenementen"], listed: "event" },
  { words: ["replying", "reply with", "you can answer", "beantwoorden"], listed: "response" },
  { words: ["webhook request", "following request", "webhooks", "volgende request"], listed: "request" },
  { words: ["objects", "objecten"], listed: "request" },
];

/** A part of a page that describes no object: its lists may name objects or events. */
export interface ListSection {
  readonly blocks: readonly Block[];
  readonly quote: (text: string, line: number) => Sentence;
}

/** Reads the lists of a part of a page that describes no object; its tables and other sentences are unread. */
export function readLists({ blocks, quote }: ListSection): Said {
  const claims: Claim[] = [];
  const remarks: Remark[] = [];
  let count = 0;
  let listed: Listed | undefined;
  for (const block of blocks) {
    if (block.kind === "paragraph") listed = findListed(block.text);
    const item = block.kind === "item" && listed ? readItem(block, listed, quote) : undefined;
    if (item) {
      claims.push(...item.claims);
      remarks.push(...item.remarks);
      count++;
    } else {
      for (const unread of listUnread(block, quote)) {
        remarks.push(unread);
        count++;
      }
    }
  }
  return { claims, remarks, count };
}

function findListed(text: string): Listed | undefined {
  const last = text.trim().toLowerCase();
  return introductions.find(({ words }) => words.some((word) => last.includes(word)))?.listed;
}

type Item = Extract<Block, { kind: "item" }>;

/** An item that begins with a name, and perhaps says in brackets with which events that comes. */
function readItem(
  { text, line }: Item,
  listed: Listed,
  quote: ListSection["quote"],
): Omit<Said, "count"> | undefined {
  const flat = text.replaceAll("\n", " ");
  const [first = "", ...rest] = flat.split(" ");
  const name = first.endsWith(":") ? first.slice(0, -1) : first;
  if (!isName(name)) return undefined;
  const subject = { side: listed, path: name };
  const sentence = quote(flat, line);
  const behind = rest.join(" ");
  const limit = behind.startsWith("(") ? readLimit(behind.slice(1, behind.indexOf(")"))) : undefined;
  return {
    claims: [
      { subject, says: { about: "existence" }, sentence },
      ...(limit && listed !== "event"
        ? [{ subject, says: { about: "events" as const, events: limit }, sentence }]
        : []),
    ],
    remarks: behind === "" ? [] : [{ sentence, of: subject }],
  };
}

function listUnread(block: Block, quote: ListSection["quote"]): readonly Remark[] {
  if (block.kind === "table")
    return block.rows.map(({ cells, line }) => ({
      sentence: quote(cells.join(" | "), line),
      unread: "its table stands under the name of no object",
    }));
  if (block.kind === "other") return [{ sentence: quote(block.text, block.line) }];
  return splitSentences(block.text).map((sentence) => ({ sentence: quote(sentence, block.line) }));
}
