/** Policy variables: `${key}` and `${key, 'default'}` (IAM User Guide, "Policy variables"). Escapes such as `${*}` are not variables. */

/** Request context: condition key -> values. Keys are compared without case; no values means that the key is absent. */
export type RequestContext = Readonly<Record<string, readonly string[]>>;

const VARIABLE = /\$\{([^{}*?$,]+)(?:,\s*'([^']*)')?\s*\}/g;

/** Values of a condition key; empty where the request does not have it. */
export function contextValues(context: RequestContext, key: string): readonly string[] {
  const exact = context[key];
  if (exact !== undefined) return exact;
  const wanted = key.toLowerCase();
  const found = Object.keys(context).find((candidate) => candidate.toLowerCase() === wanted);
  return found === undefined ? [] : (context[found] ?? []);
}

/** Condition keys that the text's variables name. */
export const variableKeys = (text: string): readonly string[] =>
  [...text.matchAll(VARIABLE)].flatMap(([, key]) => (key === undefined ? [] : [key.trim()]));

export function hasVariables(text: string): boolean {
  return text.includes("${") && text.search(VARIABLE) >= 0;
}

/**
 * Puts values in place of variables, escaped, so that a `*` in a value stays a star. Undefined where a variable has neither
 * a single value nor a default: the element that holds it then matches nothing.
 */
export function substituteVariables(text: string, context: RequestContext): string | undefined {
  let isComplete = true;
  const replaced = text.replace(VARIABLE, (_, key: string, otherwise: string | undefined) => {
    const values = contextValues(context, key.trim());
    const value = values.length === 1 ? values[0] : otherwise;
    if (value === undefined) isComplete = false;
    return (value ?? "").replace(/[*?$]/g, "${$&}");
  });
  return isComplete ? replaced : undefined;
}

/** With `*` for every variable whose key is not known: what it stands for may be anything. */
export function openVariables(text: string, isKnown: (key: string) => boolean): string {
  return text.replace(VARIABLE, (variable: string, key: string) => (isKnown(key.trim()) ? variable : "*"));
}
