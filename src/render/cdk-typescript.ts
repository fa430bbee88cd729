/** AWS CDK in TypeScript: a module with one function a document, whose statements a stack adds to a role of its own. */
import { AWS_CONSTANTS, cdkReference, statementProperties } from "./cdk-statements.ts";
import { codeText, enclosed, TYPESCRIPT, typescriptText, variablesParameter } from "./code-text.ts";
import { camelCase, type DeployableDocument, deployableDocuments } from "./deployable.ts";
import { placesOf, referencesIn, type StatementTemplate, variablesOf } from "./policy-template.ts";
import type { Renderer } from "./renderer.ts";
import type { TextOf } from "./tree.ts";

export const cdkTypescript: Renderer = {
  format: "cdk-typescript",
  references: "template",
  render(policySet, settings) {
    const documents = deployableDocuments(policySet, settings);
    if (documents.length === 0) return [];
    const hasPlaces = placesOf(documents.flatMap(({ statements }) => statements)).length > 0;
    const hasReferences = referencesIn(documents.flatMap(({ statements }) => statements));
    const names = [...(hasPlaces ? ["Aws"] : []), ...(hasReferences ? ["Fn"] : []), "aws_iam as iam"];
    const imports = `import { ${names.join(", ")} } from "aws-cdk-lib";`;
    return [{ suffix: "", extension: "ts", text: `${[imports, ...documents.map(functionText)].join("\n\n")}\n` }];
  },
};

function functionText({ name, statements }: DeployableDocument): string {
  const list = enclosed(["[", "]"], statements.map(statementText), { before: "  ", inner: "    " });
  const variables = variablesParameter(variablesOf(statements), "string");
  return `export function ${camelCase(name)}(${variables}): iam.PolicyStatement[] {\n  return ${list};\n}`;
}

function statementText(statement: StatementTemplate): string {
  const properties = Object.fromEntries(statementProperties(statement, textOf));
  return `new iam.PolicyStatement(${codeText(properties, TYPESCRIPT, "    ")})`;
}

const textOf: TextOf = (template) =>
  typescriptText(template, {
    place: (place) => AWS_CONSTANTS[place],
    reference: (expression) => cdkReference(expression, "getAtt", "toString"),
  });
