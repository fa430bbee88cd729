/**
 * JSON as IAM takes it: one document a file, two spaces, a line end at the end. Single values stand bare and several as a
 * list, as synthesis wrote them: a policy is its document, so nothing is wrapped around it.
 */
import { namedDocuments } from "./file-suffix.ts";
import type { Renderer } from "./renderer.ts";

export const json: Renderer = {
  format: "json",
  render: (policySet) =>
    namedDocuments(policySet).map(({ suffix, document }) => ({
      suffix,
      extension: "json",
      text: `${JSON.stringify(document, undefined, 2)}\n`,
    })),
};
