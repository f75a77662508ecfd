/** Lists discrepancies as sentences. `booked` contains `session counter` pairs in booking order. */
export function judge(answered: readonly string[], booked: readonly string[]): string[] {
  const once = new Set(booked);
  const lost = answered.filter((line) => !once.has(line)).length;
  const doubled = booked.length - once.size;
  const outOfOrder = countOutOfOrder(booked);
  return [
    ...(lost > 0 ? [`${lost} lines were answered but never booked.`] : []),
    ...(doubled > 0 ? [`${doubled} lines were booked more than once.`] : []),
    ...(outOfOrder > 0 ? [`${outOfOrder} lines were booked after a later line of the same sale.`] : []),
  ];
}

function countOutOfOrder(booked: readonly string[]): number {
  const latest = new Map<string, number>();
  let found = 0;
  for (const line of booked) {
    const [session = "", counter] = line.split(" ");
    if (Number(counter) < (latest.get(session) ?? 0)) found += 1;
    latest.set(session, Number(counter));
  }
  return found;
}
