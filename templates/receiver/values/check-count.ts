/**
 * Checks an option that counts something.
 * @throws Error that names the option if it is not a whole number from 1 to `most`.
 */
export function checkCount(name: string, value: number, most = Number.MAX_SAFE_INTEGER): void {
  if (!Number.isInteger(value) || value < 1 || value > most) {
    const range = most === Number.MAX_SAFE_INTEGER ? "of 1 or more" : `from 1 to ${most}`;
    throw new Error(`${name} must be a whole number ${range}.`);
  }
}
