/**
 * JSON as IAM takes it: one document a file, two spaces, a line end at the end. Single values stand bare and several as a
 * list, as synthesis wrote them: a policy is its document, so nothing is wrapped around it. A session policy is one line:
 * its white space counts (IAM User Guide, "IAM and AWS STS quotas").
 */
import { documentsWithPlaceholders } from "./file-suffix.ts";
import type { Renderer } from "./renderer.ts";

export const json: Renderer = {
  format: "json",
  render: (policySet, settings) =>
    documentsWithPlaceholders(policySet, settings).map(({ suffix, document }) => ({
      suffix,
      extension: "json",
      text: `${JSON.stringify(document, undefined, settings.attachAs === "session-policy" ? 0 : 2)}\n`,
    })),
};
