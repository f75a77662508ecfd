import type { ReportBlock } from "../../pages/blocks/block.js";
import { nestedBullets } from "../../pages/blocks/builders.js";
import { plain, styled, text } from "../../pages/blocks/text.js";
import { truncate } from "../../base/text/quote.js";
import { joinFacts, listRemarks, type ExchangeReport } from "./exchange-report.js";

export interface ShownExchange {
  readonly report: ExchangeReport;
  /** In milliseconds since 1970; not shown if undefined. */
  readonly at?: number;
  readonly more?: readonly string[];
}

/** A line for the exchange, and one for each cause. */
export function printExchange({ report, at, more = [] }: ShownExchange): readonly ReportBlock[] {
  const { state, word } = report.outcome;
  const time = at === undefined ? [] : styled("faint", `${new Date(at).toTimeString().slice(0, 8)} `);
  const name = styled("name", truncate(report.event, 100));
  return nestedBullets([
    {
      text: text`${time}${name} ${styled(styles[state], word)}: ${plain(joinFacts(report.facts))}`,
      items: [...listRemarks(report), ...more].map(plain),
    },
  ]);
}

const styles = {
  accepted: "good",
  rejected: "error",
  error: "error",
  "no answer": "error",
  stranger: "warning",
} as const;
