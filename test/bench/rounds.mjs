/**
 * Measures contestants in turn, round by round; who goes first changes with each round. `run` returns a contestant's
 * measure, such as the milliseconds that it took. Returns the measures by contestant, without the warm-ups.
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

/**
 * The milliseconds of processor time of so many calls in a row, which may return promises. Where others use the same
 * machine, the time on the clock says more about them.
 */
export async function timeCalls(call, calls) {
  const before = process.cpuUsage();
  for (let i = 0; i < calls; i++) {
    const result = call();
    if (result instanceof Promise) await result;
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
