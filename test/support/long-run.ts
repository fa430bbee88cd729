/** How many cases a property is tried with: some for everybody, twenty times as many with `IAMGEN_LONG=1`. */
export const cases = (few: number): { readonly numRuns: number } => ({
  numRuns: process.env["IAMGEN_LONG"] === "1" ? few * 20 : few,
});

/** For a property whose long form takes minutes. */
export const PATIENCE = process.env["IAMGEN_LONG"] === "1" ? 600_000 : 20_000;
