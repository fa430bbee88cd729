/** Terraform files: policy documents as blocks, objects and heredocs, wherever a resource, module or local holds one. */
import type { Statement } from "../iam/policy-document.ts";
import { type EditablePolicy, policyFileOf } from "./editable-policy.ts";
import { candidatesOf } from "./hcl-candidates.ts";
import type { PolicyFileReader } from "./policy-file.ts";
import type { References } from "./references.ts";
import { refusingDepth } from "./refuse-depth.ts";
import { documentPolicy } from "./terraform-document.ts";
import { onlyOutcome } from "./terraform-function.ts";
import { heredocPolicy } from "./terraform-heredoc.ts";
import { objectPolicy, objectsText } from "./terraform-object.ts";
import { moduleStatements } from "./terraform-statements.ts";
import { coreOf, type HclBlock, type HclNode, hclParser, partsOf, readBlock } from "./terraform-tree.ts";
import { withDoubling } from "./terraform-value.ts";

/** Resources whose `policy` is one of an identity; others are looked at only where their policy is written out. */
const OF_AN_IDENTITY = new Set([
  "aws_iam_policy",
  "aws_iam_role_policy",
  "aws_iam_user_policy",
  "aws_iam_group_policy",
]);

const BYTE_ORDER_MARK = "\uFEFF";

/** `grammar`: see `hclParser`. */
export async function terraformReader(grammar: Uint8Array): Promise<PolicyFileReader> {
  const parse = await hclParser(grammar);
  // One text is read with other references than before, but not parsed again.
  let last: { readonly text: string; readonly blocks: readonly HclBlock[] } | undefined;
  return refusingDepth(async (text, fileName, references) => {
    if (last?.text !== text) {
      // The same length, so that places stay.
      const root = parse(candidatesOf(text.startsWith(BYTE_ORDER_MARK) ? ` ${text.slice(1)}` : text), fileName);
      last = { text, blocks: partsOf(partsOf(root, "body")[0], "block").map(readBlock) };
    }
    const { blocks } = last;
    return policyFileOf(
      text,
      blocks.flatMap((block) => policiesOf({ text, blocks, references: ofTerraform(references) }, block)),
    );
  });
}

interface SourceFile {
  readonly text: string;
  readonly blocks: readonly HclBlock[];
  readonly references?: References | undefined;
}

const ofTerraform = (references: References | undefined): References | undefined =>
  references?.tool === "terraform" ? references : undefined;

function policiesOf(file: SourceFile, block: HclBlock): readonly EditablePolicy[] {
  const { keyword, labels } = block;
  const [type = "", name = ""] = labels;
  if (keyword === "data") {
    const document = type === "aws_iam_policy_document" ? documentPolicy(file, block) : undefined;
    return document === undefined ? [] : [document];
  }
  if (!["locals", "module", "resource"].includes(keyword)) return [];
  const { attributes } = block;
  if (keyword === "locals") return writtenOut(file, attributes, (attribute) => `local.${attribute}`);
  if (keyword === "module") return ofModule(file, attributes, `module.${type}`);
  const address = `${type}.${name}`;
  const inline = block.blocks.filter(({ keyword: word }) => word === "inline_policy");
  return [
    ...(OF_AN_IDENTITY.has(type) ? policyOf(file, attributes, address) : writtenOut(file, attributes, () => address)),
    ...inline.flatMap((one, index) => policyOf(file, one.attributes, `${address}.inline_policy[${index}]`)),
  ];
}

type Attributes = ReadonlyMap<string, HclNode>;

function ofModule(file: SourceFile, attributes: Attributes, address: string): readonly EditablePolicy[] {
  const lists = [...attributes].flatMap(([attribute, value]) => {
    const policy = moduleStatements(file, attribute, value);
    return policy === undefined ? [] : [{ ...policy, address: `${address}.${attribute}` }];
  });
  return [...writtenOut(file, attributes, (attribute) => `${address}.${attribute}`), ...lists];
}

function writtenOut(
  file: SourceFile,
  attributes: Attributes,
  addressOf: (attribute: string) => string,
): readonly EditablePolicy[] {
  return [...attributes].flatMap(([attribute, value]) => {
    const policy = policyIn(file, value);
    return policy === undefined ? [] : [{ ...policy, address: addressOf(attribute) }];
  });
}

/** The policy of a resource, or why it cannot be edited; none where it stands elsewhere in this file under its own address. */
function policyOf(file: SourceFile, attributes: Attributes, address: string): readonly EditablePolicy[] {
  const value = attributes.get("policy");
  if (value === undefined) return [];
  const policy = policyIn(file, value);
  if (policy !== undefined) return [{ ...policy, address }];
  const why = whyNot(file, coreOf(value));
  if (why === undefined) return [];
  const span = { start: value.startIndex, end: value.endIndex };
  // A template holds JSON, in which Terraform fills things in.
  const isTemplate = /^(?:templatefile|file)\(/.test(coreOf(value).text);
  const pasteable = isTemplate
    ? templateText
    : (statements: readonly Statement[]) => objectsText(file.text, statements);
  return [{ ...span, address, statements: [], ...why, edits: () => [], pasteable }];
}

const templateText = (statements: readonly Statement[]): string =>
  withDoubling(`${JSON.stringify(statements, undefined, 2)}\n`);

function policyIn(file: SourceFile, value: HclNode): Omit<EditablePolicy, "address"> | undefined {
  const node = onlyOutcome(coreOf(value));
  if (node.type === "heredoc_template") return heredocPolicy(file, node);
  if (node.type !== "function_call") return undefined;
  const [name, list] = partsOf(node);
  const [argument] = partsOf(list, "expression");
  if (argument === undefined || name === undefined) return undefined;
  const inner = coreOf(argument);
  if (name.text === "jsonencode" && inner.type === "object") return objectPolicy(file, inner);
  // `jsonencode(jsondecode(…))` and the like only tidy the text within.
  return /^json(?:en|de)code$/.test(name.text) ? policyIn(file, argument) : undefined;
}

function whyNot({ blocks }: SourceFile, value: HclNode): Pick<EditablePolicy, "notEditable" | "otherFile"> | undefined {
  const said = value.text.split("\n")[0] ?? "";
  const document = /^data\.aws_iam_policy_document\.(\w+)\S*\.json$/.exec(said)?.[1];
  if (document !== undefined) {
    const isHere = blocks.some(({ labels }) => labels[0] === "aws_iam_policy_document" && labels[1] === document);
    const notEditable = `\`data.aws_iam_policy_document.${document}\` is in another file: merge into that one`;
    return isHere ? undefined : { notEditable };
  }
  const local = /^local\.(\w+)/.exec(said)?.[1];
  if (local !== undefined && blocks.some((block) => block.keyword === "locals" && block.attributes.has(local))) {
    return undefined;
  }
  const file = /^file\(\s*"([^"]+)"\s*\)/.exec(said)?.[1]?.replace(/^\$\{path\.module\}\//, "");
  if (file !== undefined)
    return { notEditable: `its text is the file \`${file}\`: merge into that one`, otherFile: file };
  return { notEditable: `\`${said}\` computes it` };
}
