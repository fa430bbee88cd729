/** The policy document as YAML, for tools that take IAM's own spelling in that form. Everything in it is literal, as in `json`. */
import { documentsWithPlaceholders } from "./file-suffix.ts";
import { statementTemplates } from "./policy-template.ts";
import type { Renderer } from "./renderer.ts";
import { literalText } from "./template.ts";
import { documentTree } from "./tree.ts";
import { yamlText } from "./yaml-text.ts";

export const yaml: Renderer = {
  format: "yaml",
  render(policySet, settings) {
    const documents = documentsWithPlaceholders(policySet, settings);
    // Several documents printed one after the other are one YAML stream.
    const start = documents.length > 1 ? "---\n" : "";
    return documents.map(({ suffix, document }) => ({
      suffix,
      extension: "yaml",
      text: `${start}${yamlText(documentTree(statementTemplates(document, {}), literalText))}`,
    }));
  },
};
