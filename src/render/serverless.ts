/**
 * Serverless Framework. Statements of the role that all functions share, `provider.iam.role.statements`; what belongs to no
 * role is a resource of CloudFormation under `resources`.
 */
import { policyResources } from "./cloudformation-template.ts";
import { SERVERLESS_FORM } from "./cloudformation-text.ts";
import { deployableDocuments } from "./deployable.ts";
import type { Renderer } from "./renderer.ts";
import { statementTrees } from "./tree.ts";
import { yamlText } from "./yaml-text.ts";

export const serverless: Renderer = {
  format: "serverless",
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
      text: `${start}${yamlText({
        provider: { iam: { role: { statements: statementTrees(statements, SERVERLESS_FORM.textOf) } } },
      })}`,
    }));
  },
};
