/**
 * AWS Controllers for Kubernetes: a `Policy` of the IAM controller for each document, in one stream. It takes the document as
 * JSON and knows no reference to the account (https://aws-controllers-k8s.github.io/community/reference/iam/v1alpha1/policy/).
 */

import { deployableDocuments } from "./deployable.ts";
import { documentsWithPlaceholders } from "./file-suffix.ts";
import type { Renderer } from "./renderer.ts";
import { yamlText } from "./yaml-text.ts";

export const ack: Renderer = {
  format: "ack",
  render(policySet, settings) {
    const names = deployableDocuments(policySet, settings).map(({ name }) => name);
    const resources = documentsWithPlaceholders(policySet, settings).map(({ document }, index) =>
      yamlText({
        apiVersion: "iam.services.k8s.aws/v1alpha1",
        kind: "Policy",
        metadata: { name: names[index] ?? "" },
        spec: {
          name: names[index] ?? "",
          policyDocument: `${JSON.stringify(document, undefined, 2)}\n`,
        },
      }),
    );
    return resources.length === 0 ? [] : [{ suffix: "", extension: "yaml", text: resources.join("---\n") }];
  },
};
