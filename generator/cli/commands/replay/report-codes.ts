import { toVisibleLine, truncate } from "../../../base/text/quote.js";
import type { ListItem, ReportBlock } from "../../../pages/blocks/block.js";
import { nestedBullets, toParagraph } from "../../../pages/blocks/builders.js";
import { plain, styled, text } from "../../../pages/blocks/text.js";
import type { TillContract } from "../../../till/engine/till-set-up.js";
import { listCodes, type CodeAnswer, type RecordedCode } from "../../../till/traffic/list-codes.js";
import type { RecordedRequest } from "../../inputs/recording-file.js";

/** For whoever prepares a test server for a replay: what the recorded server knew. */
export function reportCodes(records: readonly RecordedRequest[], { model }: TillContract) {
  const codes = listCodes(
    records.map(({ record }) => record),
    model,
  );
  return {
    report: (): readonly ReportBlock[] =>
      codes.length > 0 ? formatCodes(codes) : toParagraph("The recording has no codes or numbers."),
    json: () => ({ codes }),
    fails: false,
  };
}

function formatCodes(codes: readonly RecordedCode[]): readonly ReportBlock[] {
  const kinds = [...new Set(codes.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => [
    ...toParagraph(text`${styled("name", truncate(kind, 100))}`),
    ...nestedBullets(codes.filter((code) => code.kind === kind).map(toItem)),
  ]);
}

function toItem({ value, requests, events, answers }: RecordedCode): ListItem {
  const code = styled("name", toVisibleLine(truncate(String(value), 100)));
  const where = `${requests} ${requests === 1 ? "request" : "requests"} (${events.join(", ")})`;
  return {
    text: text`${code}: ${plain(toVisibleLine(where))}`,
    items: answers.map(describeAnswer).map(plain),
  };
}

function describeAnswer({ requests, status, says, others }: CodeAnswer): string {
  const properties = Object.entries(says).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  const parts = [...properties, ...others];
  const answer = parts.length > 0 ? parts.join(", ") : "empty";
  const failed = status === 200 || status === null ? "" : ` with status ${status}`;
  return toVisibleLine(truncate(`answered ${requests} ×${failed}: ${answer}`, 400));
}
