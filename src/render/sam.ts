/**
 * AWS SAM. A function makes its own role from its `Policies`, so what belongs to a role is a piece to put under the function's
 * `Properties`; everything else is a resource of CloudFormation, which SAM templates take as well.
 */
import { policyResources } from "./cloudformation-template.ts";
import { SHORT_FORM } from "./cloudformation-text.ts";
import { deployableDocuments, pascalCase } from "./deployable.ts";
import { type StatementTemplate, variablesOf } from "./policy-template.ts";
import type { Renderer } from "./renderer.ts";
import { kebabCase } from "./template-variable.ts";
import { documentTree } from "./tree.ts";
import { yamlText } from "./yaml-text.ts";

export const sam: Renderer = {
  format: "sam",
  references: "template",
  render(policySet, settings) {
    const documents = deployableDocuments(policySet, settings);
    if (!["managed-policy", "role-inline"].includes(settings.attachAs)) {
      if (documents.length === 0) return [];
      const template = {
        AWSTemplateFormatVersion: "2010-09-09",
        Transform: "AWS::Serverless-2016-10-31",
        ...policyResources(documents, { settings, language: SHORT_FORM }),
      };
      return [{ suffix: "", extension: "yaml", text: yamlText(template) }];
    }
    const start = documents.length > 1 ? "---\n" : "";
    return documents.map(({ suffix, statements }) => ({
      suffix,
      extension: "yaml",
      text: `${start}# Under Properties of an AWS::Serverless::Function\n${parameterNote(statements)}${yamlText({
        Policies: [documentTree(statements, SHORT_FORM.textOf)],
      })}`,
    }));
  },
};

/** A fragment cannot declare what it refers to. */
function parameterNote(statements: readonly StatementTemplate[]): string {
  const names = variablesOf(statements).map(({ name }) => pascalCase(kebabCase(name)));
  return names.length === 0 ? "" : `# Needs these parameters of the template, of type String: ${names.join(", ")}\n`;
}
