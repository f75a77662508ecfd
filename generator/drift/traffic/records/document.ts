import { JSONParser, TokenType } from "@streamparser/json";
import { cutLines } from "./cut-lines.js";
import { countNames } from "./parse.js";
import { deepest, longest, type Fault, type FaultName, type Recorded } from "./record.js";

/** Where the records of one JSON document are: it is one itself, its items are, or the entries of a HAR are. */
export const layouts = {
  one: { path: "$", depth: 0 },
  items: { path: "$.*", depth: 1 },
  entries: { path: "$.log.entries.*", depth: 3 },
} as const;

export type Layout = keyof typeof layouts;

/**
 * Reads one JSON document, and keeps no more of it than the record at hand. What comes before the place where it is cut off or
 * broken counts.
 */
export async function* readDocument(
  chunks: AsyncIterable<Uint8Array>,
  layout: Layout,
): AsyncGenerator<Recorded | Fault> {
  const feed = createFeed(layout);
  let line = 1;
  for await (const chunk of chunks) {
    for (const { bytes, isLast } of cutLines(chunk)) {
      yield* feed.take(bytes, line);
      if (feed.isOver()) return;
      if (isLast) line++;
    }
  }
  yield* feed.end(line);
}

/** Feeds a parser, and tells the records that each piece completes. */
function createFeed(layout: Layout) {
  const { path, depth: recordDepth } = layouts[layout];
  const parser = new JSONParser({ paths: [path], keepStack: false });
  let done: (Recorded | Fault)[] = [];
  let [depth, number, names, length] = [0, 0, 0, 0];
  let [line, start] = [1, 1];
  let fault: FaultName | undefined;
  parser.onToken = ({ token }) => {
    if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET) {
      if (depth === recordDepth) [start, names] = [line, 0];
      if (++depth > deepest + recordDepth) throw stop("too deep to go on");
    } else if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) depth--;
    else if (token === TokenType.COLON) names++;
  };
  parser.onValue = ({ value }) => {
    const at = typeof value === "object" && value !== null ? start : line;
    done.push({ line: at, number: ++number, value, hasDoubles: countNames(value) < names });
    [length, names] = [0, 0];
  };
  const stop = (name: FaultName): Error => {
    fault ??= name;
    return new Error(name);
  };
  /** What the parser says of a fault quotes the text, and so is dropped. */
  const attempt = (work: () => void): readonly (Recorded | Fault)[] => {
    try {
      work();
    } catch {
      stop("cut off");
    }
    if (fault !== undefined) done.push({ line, number: number + 1, fault });
    const given = done;
    done = [];
    return given;
  };
  return {
    take: (bytes: Uint8Array, at: number) =>
      attempt(() => {
        line = at;
        length += bytes.length;
        parser.write(bytes);
        if (length > longest) throw stop("too long to go on");
      }),
    isOver: () => fault !== undefined,
    end: (at: number) =>
      attempt(() => {
        line = at;
        if (!parser.isEnded) parser.end();
      }),
  };
}
