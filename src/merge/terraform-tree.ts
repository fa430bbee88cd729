/** The syntax tree of a Terraform file. Sole user of `web-tree-sitter`; the grammar comes in as bytes. */
import { Language, type Node, Parser } from "web-tree-sitter";
import { bracketProblem } from "./hcl-brackets.ts";
import { syntaxError } from "./source-place.ts";

/** A node of the grammar `tree-sitter-hcl`; its indexes are offsets of the text. */
export type HclNode = Node;

/** Throws an `InputError` with line, column and caret for a text that is no HCL. */
export type HclParser = (text: string, fileName: string) => HclNode;

/** `grammar`: the WebAssembly of `@tree-sitter-grammars/tree-sitter-hcl` for Terraform. */
export async function hclParser(grammar: Uint8Array): Promise<HclParser> {
  await Parser.init();
  const parser = new Parser().setLanguage(await Language.load(grammar));
  return (text, fileName) => {
    const root = parser.parse(text)?.rootNode;
    const wrong = root === undefined ? undefined : firstError(root);
    if (root === undefined || wrong !== undefined) {
      const place = bracketProblem(text) ?? {
        offset: wrong?.startIndex ?? 0,
        says: "not valid Terraform from here on",
      };
      throw syntaxError({ fileName, text, ...place });
    }
    return root;
  };
}

/** The innermost error that comes first. */
function firstError(node: HclNode): HclNode | undefined {
  if (!node.hasError) return undefined;
  if (node.isMissing) return node;
  for (const child of node.children) {
    const found = child === null ? undefined : firstError(child);
    if (found !== undefined) return found;
  }
  return node.isError ? node : undefined;
}

/** Children with a meaning: no brackets, commas, comments. */
export function partsOf(node: HclNode | undefined, type?: string): readonly HclNode[] {
  const children = (node?.namedChildren ?? []).filter((child) => child !== null && child.type !== "comment");
  return type === undefined ? children : children.filter((child) => child.type === type);
}

/** `data "type" "name" {`: the block's words and what is in it. */
export interface HclBlock {
  readonly node: HclNode;
  readonly keyword: string;
  readonly labels: readonly string[];
  readonly attributes: ReadonlyMap<string, HclNode>;
  readonly blocks: readonly HclBlock[];
}

/** What is in the block is read when it is asked for: most blocks of a file are none of ours. */
export function readBlock(node: HclNode): HclBlock {
  const [keyword, ...rest] = partsOf(node);
  const body = rest.find(({ type }) => type === "body");
  const labels = rest.filter(({ type }) => type === "string_lit" || type === "identifier");
  let [attributes, blocks]: [HclBlock["attributes"] | undefined, HclBlock["blocks"] | undefined] = [
    undefined,
    undefined,
  ];
  return {
    node,
    keyword: keyword?.text ?? "",
    labels: labels.map(({ text }) => text.replace(/^"|"$/g, "")),
    get attributes() {
      attributes ??= attributesOf(body);
      return attributes;
    },
    get blocks() {
      blocks ??= partsOf(body, "block").map(readBlock);
      return blocks;
    },
  };
}

function attributesOf(body: HclNode | undefined): HclBlock["attributes"] {
  const attributes = partsOf(body, "attribute").flatMap((attribute): [string, HclNode][] => {
    const [name, value] = partsOf(attribute);
    return name === undefined || value === undefined ? [] : [[name.text, value]];
  });
  return new Map(attributes);
}

/** The expression without the wrappers that the grammar puts round it. */
export function coreOf(expression: HclNode): HclNode {
  const parts = partsOf(expression);
  const [only] = parts;
  const isWrapper = ["expression", "literal_value", "template_expr", "collection_value"].includes(expression.type);
  return isWrapper && only !== undefined && parts.length === 1 ? coreOf(only) : expression;
}
