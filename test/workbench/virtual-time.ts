import { afterEach, beforeEach, vi } from "vitest";

/**
 * Each test of a file has a clock of its own, which goes on by itself once nothing else is left to do: a pause takes no time,
 * and pauses end in their order. The file is named `x.clock.test.ts`, and so has its process for itself.
 */
export function useVirtualTime(): void {
  beforeEach(() => {
    const timers = ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] as const;
    vi.useFakeTimers({ toFake: [...timers, "Date", "performance"] });
    vi.setTimerTickMode("nextTimerAsync");
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });
}

/** Ends after so many milliseconds of that clock. */
export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
