/**
 * A large Terraform file with the blocks blanked out that can hold no policy, so that the grammar has less to read: its time
 * grows with what it reads. Places stay what they are; errors within those blocks are Terraform's to tell.
 */

/** Below this the whole file is read, and all of its errors are told. */
const LARGE = 100_000;

/** Blocks as formatters leave them, from the first column to a brace in the first column. */
const BLOCK =
  /^(?:check|data|import|moved|output|provider|removed|resource|terraform|variable)\b[^\n{]*\{\r?\n[\s\S]*?^\}/gm;

/** What writes out a policy, and what may hold a brace that ends no block. */
const KEPT = /policy|jsonencode|<<|\/\*/i;

/** Of the same length, in the same lines. */
export function candidatesOf(text: string): string {
  if (text.length < LARGE) return text;
  return text.replace(BLOCK, (block) =>
    KEPT.test(block) ? block : block.replace(/[^\n]+/g, (line) => " ".repeat(line.length)),
  );
}
