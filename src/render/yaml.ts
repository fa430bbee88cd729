/** The policy document as YAML, for tools that take IAM's own spelling in that form. Everything in it is literal, as in `json`. */
import { deployableDocuments } from "./deployable.ts";
import type { Renderer } from "./renderer.ts";
import { literalText } from "./template.ts";
import { documentTree } from "./tree.ts";
import { yamlText } from "./yaml-text.ts";

export const yaml: Renderer = {
  format: "yaml",
  render(policySet) {
    const documents = deployableDocuments(policySet, { literal: true });
    // Several documents printed one after the other are one YAML stream.
    const start = documents.length > 1 ? "---\n" : "";
    return documents.map(({ suffix, statements }) => ({
      suffix,
      extension: "yaml",
      text: `${start}${yamlText(documentTree(statements, literalText))}`,
    }));
  },
};
