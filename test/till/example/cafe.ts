import { randomUUID } from "node:crypto";
import type { LineChange, SessionLine } from "../../../generated/types/index.js";

const coffee = 12;

/** Happy hour: each coffee is cheaper. A line that comes again gets the same discount again. */
export function createHappyHour(): (line: SessionLine) => LineChange[] {
  const discountIds = new Map<string, string>();
  return (line) => {
    if (line.articleNumber !== coffee || !hasNoDiscount(line)) return [];
    const discountId = discountIds.get(line.lineId) ?? randomUUID();
    discountIds.set(line.lineId, discountId);
    return [
      {
        lineId: line.lineId,
        externalDiscount: { discountId, discountPercentage: 10, discountDescription: "Happy hour" },
      },
    ];
  };
}

/** A line has one discount: the till's own, or one of a webhook. */
export const hasNoDiscount = ({
  discountPercentage = 0,
  discountAmount = 0,
  externalDiscount,
}: SessionLine): boolean =>
  discountPercentage === 0 && discountAmount === 0 && externalDiscount === undefined;
