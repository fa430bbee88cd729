/** Reading statements: one value or a list is the same to IAM (IAM JSON policy grammar). */
import type { StringOrList } from "./policy-document.ts";

/** The values of an element, absent or single or many. */
export function valuesOf(element: StringOrList | undefined): readonly string[] {
  if (element === undefined) return [];
  return typeof element === "string" ? [element] : element;
}

/** The shortest way to write a list: a single value stands bare. */
export function oneOrList(values: readonly string[]): StringOrList {
  const [first, ...rest] = values;
  return first !== undefined && rest.length === 0 ? first : values;
}
