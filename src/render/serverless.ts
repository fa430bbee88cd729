/**
 * Serverless Framework. Statements of the role that all functions share, `provider.iam.role.statements`; what belongs to no
 * role is a resource of CloudFormation under `resources`.
 */
import { policyResources } from "./cloudformation-template.ts";
import { SERVERLESS_FORM } from "./cloudformation-text.ts";
import { deployableDocuments } from "./deployable.ts";
import { type StatementTemplate, variablesOf } from "./policy-template.ts";
import type { Renderer } from "./renderer.ts";
import { kebabCase } from "./template-variable.ts";
import { statementTrees } from "./tree.ts";
import { yamlText } from "./yaml-text.ts";

export const serverless: Renderer = {
  format: "serverless",
  references: "template",
  render(policySet, settings) {
    const documents = deployableDocuments(policySet, settings);
    if (!["managed-policy", "role-inline"].includes(settings.attachAs)) {
      if (documents.length === 0) return [];
      const resources = policyResources(documents, { settings, language: SERVERLESS_FORM });
      return [{ suffix: "", extension: "yml", text: yamlText({ resources }) }];
    }
    const start = documents.length > 1 ? "---\n" : "";
    return documents.map(({ suffix, statements }) => ({
      suffix,
      extension: "yml",
      text: `${start}${parameterNote(statements)}${yamlText({
        provider: { iam: { role: { statements: statementTrees(statements, SERVERLESS_FORM.textOf) } } },
      })}`,
    }));
  },
};

/** Serverless fails on a parameter that nobody gives; its stage it always has. */
function parameterNote(statements: readonly StatementTemplate[]): string {
  const names = variablesOf(statements).map(({ name }) => kebabCase(name));
  const needed = names.filter((name) => name !== "stage");
  return needed.length === 0 ? "" : `# Needs these parameters (params: or --param): ${needed.join(", ")}\n`;
}
