/**
 * What is written by reference (`${AWS::AccountId}`) is read as a pattern, and patterns may sort and join otherwise than the
 * ARNs they were written for: the merge is made again on its own result until it has nothing to change.
 */

/** One turn suffices for all that is known; a text that never settles must not hang. */
const MOST_TURNS = 4;

/** The text that `again` leaves as it is. */
export async function settledText(text: string, again: (text: string) => Promise<string>): Promise<string> {
  let settled = text;
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const next = await again(settled);
    if (next === settled) break;
    settled = next;
  }
  return settled;
}
