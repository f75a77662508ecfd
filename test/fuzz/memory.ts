/** Measures the bytes in use after garbage collection: the least of several times, as one collection leaves work to the next. */
export async function measureMemory(): Promise<number> {
  const sizes: number[] = [];
  for (let turn = 0; turn < 5; turn++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const { heapUsed, external } = process.memoryUsage();
    sizes.push(heapUsed + external);
  }
  return Math.min(...sizes);
}
