/** How many cases a property is tried with: some for everybody, twenty times as many with `IAMGEN_LONG=1`. */
export const cases = (few: number): { readonly numRuns: number } => ({
  numRuns: process.env["IAMGEN_LONG"] === "1" ? few * 20 : few,
});

/** For what takes seconds on an idle machine, ten times as long on a busy one, and minutes in its long form. */
export const PATIENCE = process.env["IAMGEN_LONG"] === "1" ? 1_800_000 : 60_000;
