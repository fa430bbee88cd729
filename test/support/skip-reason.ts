/** Puts the reason for a skip into the title, where every reporter shows it. */
export const because = (missing: string | undefined): string => (missing === undefined ? "" : ` (skipped: ${missing})`);
