/** Event handlers that may throw, because Node refuses to write what it has read: that is the end of a message, not of us. */

/** The handler with `onFailure` in place of anything that it throws. */
export function guarded<Arguments extends readonly unknown[]>(
  handle: (...given: Arguments) => void,
  onFailure: () => void,
): (...given: Arguments) => void {
  return (...given) => {
    try {
      handle(...given);
    } catch {
      onFailure();
    }
  };
}
