/** Lists that Terraform's functions put together of lists that the file writes out (https://developer.hashicorp.com/terraform/language/functions/concat). */
import { coreOf, type HclNode, partsOf } from "./terraform-tree.ts";

/** What they give has the elements of their arguments and no others, in whatever order. */
const PUT_TOGETHER = /^(?:compact|concat|distinct|flatten|reverse|setunion|sort|tolist|toset)$/;

export interface ListParts {
  /** Lists, or what may be one. */
  readonly parts: readonly HclNode[];
  /** False: a condition chooses among them. */
  readonly isCertain: boolean;
}

/** Undefined for what puts no lists together. */
export function listParts(node: HclNode): ListParts | undefined {
  if (node.type === "function_call") {
    const [name, list] = partsOf(node);
    const parts = partsOf(list, "expression").map(coreOf);
    return PUT_TOGETHER.test(name?.text ?? "") ? { parts, isCertain: true } : undefined;
  }
  if (node.type !== "conditional") return undefined;
  const [, ...outcomes] = partsOf(node, "expression").map(coreOf);
  const parts = outcomes.filter(({ type }) => type !== "null_lit");
  const areLists = parts.some(({ type }) => type === "tuple") && parts.every((part) => isList(part));
  return areLists ? { parts, isCertain: false } : undefined;
}

const isList = (node: HclNode): boolean => node.type === "tuple" || listParts(node) !== undefined;

/** The one outcome of a condition that is worth a look; the node itself where there are two, or no condition. */
export function onlyOutcome(node: HclNode): HclNode {
  if (node.type !== "conditional") return node;
  const [, ...outcomes] = partsOf(node, "expression").map(coreOf);
  const [only, second] = outcomes.filter(({ type, text }) => type !== "null_lit" && !/^"\s*"$/.test(text));
  return only !== undefined && second === undefined ? onlyOutcome(only) : node;
}
