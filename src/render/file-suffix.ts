/** Names for the documents of a policy set, where one file holds one document. */
import { parseArn } from "../iam/arn.ts";
import type { PolicyDocument } from "../iam/policy-document.ts";
import type { IdentityPolicy, PolicyIdentity, PolicySet } from "../synthesize/policy-set.ts";
import type { RenderSettings } from "./renderer.ts";
import { withPlaceholders } from "./template-variable.ts";

export interface NamedDocument {
  /** As `RenderedFile.suffix`. */
  readonly suffix: string;
  readonly document: PolicyDocument;
  /** Whose document it is. */
  readonly policy: IdentityPolicy;
}

/** In the order of the set. One document needs no name; several are named by identity, then numbered from 1. */
export function namedDocuments({ policies }: PolicySet): readonly NamedDocument[] {
  const written = policies.filter(({ documents }) => documents.length > 0);
  const names = written.map(({ identity }) => identityName(identity));
  return written.flatMap((policy, index) => {
    const { identity, documents } = policy;
    const name = names[index] ?? "";
    const isShared = names.filter((other) => other === name).length > 1;
    const parts = written.length === 1 ? [] : [name, ...(isShared ? [identity.account ?? "", String(index + 1)] : [])];
    return documents.map((document, position) => {
      const number = documents.length === 1 ? [] : [String(position + 1)];
      return {
        suffix: [...parts, ...number].map((part) => (part === "" ? "" : `-${part}`)).join(""),
        document,
        policy,
      };
    });
  });
}

/** The same for formats without variables: placeholders stand in the documents. */
export const documentsWithPlaceholders = (policySet: PolicySet, { variables = [] }: RenderSettings) =>
  namedDocuments(policySet).map((named) => ({ ...named, document: withPlaceholders(named.document, variables) }));

/** Last part of the ARN's resource (role or user name), else the first id; only characters that file names take anywhere, and no end that is not known. */
function identityName({ arn, ids }: PolicyIdentity): string {
  const resource = arn === undefined ? undefined : parseArn(arn)?.resource;
  const name = resource?.split("/").at(-1) ?? ids[0] ?? "";
  return name
    .replace(/_\*$/, "")
    .replace(/[^A-Za-z0-9._-]+/g, "-")
    .replace(/^-+/, "");
}
