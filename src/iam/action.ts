/** Actions: `prefix:Name`, compared without case (IAM JSON policy reference, "Action"). */

export interface Action {
  /** IAM prefix, as written. */
  readonly servicePrefix: string;
  /** Name after the colon; may hold wildcards where the text comes from a policy. */
  readonly name: string;
}

/** Undefined where the text is not `prefix:Name`. */
export function parseAction(text: string): Action | undefined {
  const [servicePrefix, name, ...rest] = text.split(":");
  if (!servicePrefix || !name || rest.length > 0) return undefined;
  return { servicePrefix, name };
}

/** One key for all spellings of an action. */
export function actionKey(action: string): string {
  return action.toLowerCase();
}

export function isSameAction(one: string, other: string): boolean {
  return actionKey(one) === actionKey(other);
}
