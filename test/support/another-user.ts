/** Programs of another user than the one who runs the tests: only root can start them, and only what that user may read. */

export const NOBODY = 65_534;

/** Of no system that we know: no name, no home. */
export const UNKNOWN_USER = 54_321;

export const canBeNobody =
  process.platform === "linux" && process.getuid?.() === 0 && !process.execPath.startsWith("/root/");
