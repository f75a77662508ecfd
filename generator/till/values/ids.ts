/** Makes UUIDs (version 4), the same ones for the same seed: mulberry32, which is random enough to be told apart. */
export function createIds(seed: number): () => string {
  let state = seed >>> 0;
  const nextDigit = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) >>> 28;
  };
  const toDigit = (letter: string): string => {
    const digit = nextDigit();
    return (letter === "y" ? 8 + (digit % 4) : digit).toString(16);
  };
  return () => "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx".replace(/[xy]/g, toDigit);
}
