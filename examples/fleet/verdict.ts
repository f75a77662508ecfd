// Compares what the shops were told with what is in the books.

/** What is wrong, in sentences; empty if nothing is. `booked` has a session and a counter each, in the order of booking. */
export function judge(answered: readonly string[], booked: readonly string[]): string[] {
  const once = new Set(booked);
  const lost = answered.filter((line) => !once.has(line)).length;
  const doubled = booked.length - once.size;
  const outOfOrder = countOutOfOrder(booked);
  return [
    ...(lost > 0 ? [`${lost} lines were answered, and never booked.`] : []),
    ...(doubled > 0 ? [`${doubled} lines were booked more than once.`] : []),
    ...(outOfOrder > 0 ? [`${outOfOrder} lines were booked before one that came earlier.`] : []),
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
