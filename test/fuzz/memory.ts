/**
 * Measures the bytes in use after garbage collection. It takes the minimum, because a collection can leave work
 * for the next.
 */
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
