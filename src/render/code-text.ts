/** Literals of programming languages: lists and maps as TypeScript and Python write them, which differs in their keys alone. */
import { camelCase } from "./deployable.ts";
import { literalOf, type Place, referenceIn, type Template, write } from "./template.ts";
import { kebabCase, type TemplateVariable } from "./template-variable.ts";
import { Expression, isList, isScalar, type Tree } from "./tree.ts";

const LINE = 100;

/** Two spaces a level in TypeScript, four in Python; lists of scalars stay on one line where they fit. */
export interface CodeStyle {
  readonly indent: string;
  readonly key: (name: string) => string;
}

export const TYPESCRIPT: CodeStyle = {
  indent: "  ",
  key: (name) => (/^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name)),
};

export const PYTHON: CodeStyle = { indent: "    ", key: (name) => JSON.stringify(name) };

/** The literal as it stands after `before` columns of indentation; later lines carry that indentation. */
export function codeText(tree: Tree, style: CodeStyle, before = ""): string {
  if (isScalar(tree)) return tree instanceof Expression ? tree.source : JSON.stringify(tree);
  const inner = before + style.indent;
  if (!isList(tree)) {
    const entries = Object.entries(tree).map(([key, value]) => `${style.key(key)}: ${codeText(value, style, inner)}`);
    return enclosed(["{", "}"], entries, { before, inner });
  }
  const items = tree.map((item) => codeText(item, style, inner));
  const line = `[${items.join(", ")}]`;
  return tree.every(isScalar) && before.length + line.length <= LINE
    ? line
    : enclosed(["[", "]"], items, { before, inner });
}

/** One part a line, each with its comma: `{`, `  a: 1,`, `}`. */
export function enclosed(
  [open, close]: readonly [string, string],
  parts: readonly string[],
  { before, inner }: { readonly before: string; readonly inner: string },
): string {
  if (parts.length === 0) return `${open}${close}`;
  return [open, ...parts.map((part) => `${inner}${part},`), `${before}${close}`].join("\n");
}

export interface TypescriptWords {
  /** Of a template literal. */
  readonly tag?: string;
  /** The expression for a place. */
  readonly place: (place: Place) => string;
  /** The expression for a reference; as it stands where it is absent. */
  readonly reference?: (expression: string) => string;
}

/** A string where all is literal; else a template literal, in which variables are properties of `variables`. */
export function typescriptText(
  template: Template,
  { tag = "", place, reference = (expression) => expression }: TypescriptWords,
): Tree {
  const literal = literalOf(template);
  if (literal !== undefined) return literal;
  const whole = referenceIn(template);
  if (whole !== undefined) return new Expression(reference(whole));
  const text = write(template, {
    literal: (part) => part.replace(/[`\\]|\$(?=\{)/g, "\\$&").replaceAll("\r", "\\r"),
    place: (name) => `\${${place(name)}}`,
    variable: (name) => `\${variables.${camelCase(name)}}`,
    reference: (expression) => `\${${reference(expression)}}`,
  });
  return new Expression(`${tag}\`${text}\``);
}

/** The parameter of a TypeScript function that holds the variables; empty where there are none. */
export function variablesParameter(variables: readonly TemplateVariable[], type: string): string {
  const fields = variables.map(({ name }) => `${camelCase(kebabCase(name))}: ${type}`);
  return fields.length === 0 ? "" : `variables: { ${fields.join("; ")} }`;
}
