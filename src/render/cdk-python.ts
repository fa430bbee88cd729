/** AWS CDK in Python: a module with one function a document, whose statements a stack adds to a role of its own. */
import { AWS_CONSTANTS, cdkReference, statementProperties } from "./cdk-statements.ts";
import { codeText, enclosed, PYTHON } from "./code-text.ts";
import { type DeployableDocument, deployableDocuments, snakeCase } from "./deployable.ts";
import { placesOf, referencesIn, type StatementTemplate, variablesOf } from "./policy-template.ts";
import type { Renderer } from "./renderer.ts";
import { literalOf, referenceIn, write } from "./template.ts";
import { kebabCase } from "./template-variable.ts";
import { Expression, type TextOf } from "./tree.ts";

export const cdkPython: Renderer = {
  format: "cdk-python",
  references: "template",
  render(policySet, settings) {
    const documents = deployableDocuments(policySet, settings);
    if (documents.length === 0) return [];
    const hasPlaces = placesOf(documents.flatMap(({ statements }) => statements)).length > 0;
    const hasReferences = referencesIn(documents.flatMap(({ statements }) => statements));
    const names = [...(hasPlaces ? ["Aws"] : []), ...(hasReferences ? ["Fn"] : [])];
    const first = names.length === 0 ? "" : `from aws_cdk import ${names.join(", ")}\n`;
    const imports = `${first}from aws_cdk import aws_iam as iam`;
    return [{ suffix: "", extension: "py", text: `${[imports, ...documents.map(functionText)].join("\n\n\n")}\n` }];
  },
};

function functionText({ name, statements }: DeployableDocument): string {
  const list = enclosed(["[", "]"], statements.map(statementText), { before: "    ", inner: "        " });
  const names = variablesOf(statements).map((variable) => `${variableName(kebabCase(variable.name))}: str`);
  const parameters = names.length === 0 ? "" : ["*", ...names].join(", ");
  return `def ${snakeCase(name)}(${parameters}) -> list[iam.PolicyStatement]:\n    return ${list}`;
}

function statementText(statement: StatementTemplate): string {
  const inner = "            ";
  const properties = statementProperties(statement, textOf).map(
    ([name, value]) => `${pythonName(name)}=${codeText(value, PYTHON, inner)}`,
  );
  return `iam.PolicyStatement${enclosed(["(", ")"], properties, { before: "        ", inner })}`;
}

/** With an underscore where Python or this module means something else (PEP 8). */
const variableName = (name: string): string => `${snakeCase(name)}${TAKEN.test(name) ? "_" : ""}`;

const TAKEN =
  /^(?:and|as|assert|async|await|break|class|continue|def|del|elif|else|except|finally|for|from|global|iam|if|import|in|is|lambda|list|nonlocal|not|or|pass|raise|return|str|try|while|with|yield)$/;

/** `notActions` -> `not_actions`. */
const pythonName = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** An f-string where there is a place; braces are doubled there. Escapes of JSON are escapes of Python. */
const textOf: TextOf = (template) => {
  const literal = literalOf(template);
  if (literal !== undefined) return literal;
  const reference = (expression: string): string => cdkReference(expression, "get_att", "to_string");
  const whole = referenceIn(template);
  if (whole !== undefined) return new Expression(reference(whole));
  const text = write(template, {
    literal: (part) => JSON.stringify(part).slice(1, -1).replace(/[{}]/g, "$&$&"),
    place: (place) => `{${AWS_CONSTANTS[place]}}`,
    variable: (name) => `{${variableName(name)}}`,
    // Before Python 3.12 an f-string in double quotes holds none within its braces (PEP 701).
    reference: (expression) => `{${reference(expression).replaceAll('"', "'")}}`,
  });
  return new Expression(`f"${text}"`);
};
