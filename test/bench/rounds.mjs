/**
 * Measures contestants in turn, round by round, and rotates who goes first. `run` returns a contestant's measure, such as
 * milliseconds. Returns the measures by contestant, without the warm-ups.
 */
export async function interleave(contestants, { rounds, warmups = 1 }, run = (contestant) => contestant()) {
  const names = Object.keys(contestants);
  const values = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < warmups + rounds; round++) {
    const first = round % names.length;
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      const value = await run(contestants[name]);
      if (round >= warmups) values[name].push(value);
    }
  }
  return values;
}

/** Milliseconds of processor time of consecutive calls, each with its index. On a shared machine, the clock depends on other users. */
export async function timeCalls(call, calls) {
  const before = process.cpuUsage();
  for (let i = 0; i < calls; i++) {
    const result = call(i);
    if (result instanceof Promise) await result;
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
