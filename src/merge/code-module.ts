/**
 * Modules that were generated for CDK and Pulumi, and that a stack imports: the statements of their functions are edited in
 * place. Only functions whose names begin with `iamgen` count: other code is the team's, and is never touched.
 */
import { InputError } from "../errors.ts";
import { constructValue, type Flavour, statementText } from "./code-statement.ts";
import { type CodeLanguage, type CodeNode, codeValueAt } from "./code-tree.ts";
import { type CodeStyle, homeExpressions, readCodeValue } from "./code-value.ts";
import { type EditablePolicy, policyFileOf } from "./editable-policy.ts";
import type { PolicyFileReader } from "./policy-file.ts";
import { readStatement } from "./read-statement.ts";
import type { References } from "./references.ts";
import { refusingDepth } from "./refuse-depth.ts";
import { sequenceEdits } from "./sequence-edits.ts";
import { indentAt, indentUnitOf, lineBreakOf } from "./text-edits.ts";

interface GeneratedFunction {
  readonly pattern: RegExp;
  readonly flavour: Flavour;
}

/** As `render` writes them, and as formatters leave that. The value begins behind the match. */
const FUNCTIONS: { readonly [L in CodeLanguage]: readonly GeneratedFunction[] } = {
  typescript: [
    {
      pattern: /^export function (iamgen\w*)\([^)]*\)\s*:\s*iam\.PolicyStatement\[\]\s*\{\s*return\s+(?=\[)/gm,
      flavour: "cdk",
    },
    {
      pattern:
        /^export function (iamgen\w*)\([^)]*\)\s*:\s*[\w.<>]+\s*\{\s*const policy = pulumi\.jsonStringify\(\s*(?=\{)/gm,
      flavour: "pulumi",
    },
  ],
  python: [
    {
      pattern: /^def (iamgen\w*)\([^)]*\)\s*->\s*list\[iam\.PolicyStatement\]:\s*return\s+(?=\[)/gm,
      flavour: "cdk",
    },
  ],
};

/** Throws `InputError` for a module in which we generated nothing. An empty text has no policies. */
export const moduleReader = (language: CodeLanguage): PolicyFileReader =>
  refusingDepth(async (text, fileName, references) => {
    const policies = FUNCTIONS[language].flatMap(({ pattern, flavour }) =>
      [...text.matchAll(pattern)].flatMap((found): EditablePolicy[] => {
        const node = codeValueAt({ fileName, text, language }, found.index + found[0].length);
        const module = { text, language, flavour, name: found[1] ?? "", references };
        const list = flavour === "cdk" ? node : entryOf(node, "Statement");
        return list?.kind === "list" ? [policyAt(module, list)] : [];
      }),
    );
    if (policies.length === 0 && text.trim() !== "") {
      const message = `\`${fileName}\` is no module that iamgen generated`;
      const hint = "merge into a new file beside it and import that: `iamgen merge --create --into FILE`";
      throw new InputError("foreign-module", message, { hint });
    }
    return policyFileOf(text, policies);
  });

interface GeneratedModule {
  readonly text: string;
  readonly language: CodeLanguage;
  readonly flavour: Flavour;
  readonly name: string;
  readonly references?: References | undefined;
}

function policyAt(module: GeneratedModule, list: CodeNode & { readonly kind: "list" }): EditablePolicy {
  const { text, language, flavour, name } = module;
  const sources = new Map<string, string>();
  const reading = { text, sources, references: module.references };
  const statements = list.items.map((item) => {
    const value = flavour === "cdk" ? constructValue(item, reading) : readCodeValue(item, reading);
    const read = readStatement(value) ?? UNREADABLE;
    return { ...read, start: item.start, end: item.end };
  });
  const outer = indentAt(text, list.start);
  const [first] = list.items;
  const unit = unitOf(module);
  const base = first === undefined || !opens(text, first.start) ? outer + unit : indentAt(text, first.start);
  return {
    address: name,
    start: list.start,
    end: list.end,
    statements,
    edits: (edits) => {
      const tag = flavour === "pulumi" ? "pulumi.interpolate" : "";
      const home = homeExpressions(text, edits.home);
      const style: CodeStyle = { language, quote: quoteOf(text), tag, unit, sources, home };
      const lineBreak = lineBreakOf(text);
      const broken = (written: string): string => written.replaceAll("\n", lineBreak);
      return sequenceEdits(
        {
          items: list.items,
          inside: { start: list.start + 1, end: list.end - 1 },
          write: (statement) => broken(statementText(statement, { flavour, style, before: base })),
          separator: `,${lineBreak}${base}`,
          open: lineBreak + base,
          close: `,${lineBreak}${outer}`,
        },
        edits,
      );
    },
  };
}

/** A call of something else, a spread: what it allows nobody can tell. */
const UNREADABLE = { statement: { Effect: "Deny", Action: [], Resource: [] }, isComputed: true } as const;

const opens = (text: string, place: number): boolean => /(?:^|\n)[ \t]*$/.test(text.slice(0, place));

function unitOf({ text, language }: GeneratedModule): string {
  const unit = indentUnitOf(text);
  return /^\s/m.test(text) ? unit : language === "python" ? "    " : "  ";
}

/** The one that strings of the module begin with. */
const quoteOf = (text: string): '"' | "'" => (/["']/.exec(text)?.[0] === "'" ? "'" : '"');

function entryOf(node: CodeNode, name: string): CodeNode | undefined {
  return node.kind === "map" ? node.entries.find(({ key }) => key === name)?.value : undefined;
}
