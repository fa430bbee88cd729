/** What a reviewer must know of the size of a policy: that it is split, and whether its parts can take effect together. */
import type { Attachment } from "../iam/attachment.ts";
import type { PolicyDocument } from "../iam/policy-document.ts";
import { policySize, QUOTAS } from "../iam/quotas.ts";
import type { Finding } from "./policy-set.ts";

/** None where one document holds all. A warning where AWS would refuse a document, or all of them together. */
export function sizeFindings(documents: readonly PolicyDocument[], attachAs: Attachment): readonly Finding[] {
  const sizes = documents.map(policySize);
  const quota = QUOTAS[attachAs];
  const tooLarge = sizes.some((size) => size > quota.characters);
  if (documents.length < 2 && !tooLarge) return [];
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const tooMany = documents.length > quota.documents;
  const parts = documents.length === 1 ? "it stays one document" : `split into ${documents.length} documents`;
  const message = [
    `${total} characters do not fit the ${quota.characters} of ${quota.of}: ${parts}`,
    tooMany ? `, ${togetherText(attachAs)}` : "",
    tooLarge ? "; one statement alone is larger, and AWS will refuse it" : "",
  ].join("");
  return [{ code: "policy-split", severity: tooMany || tooLarge ? "warning" : "info", message, calls: [] }];
}

function togetherText(attachAs: Attachment): string {
  if (attachAs === "managed-policy") {
    return `more than the ${QUOTAS[attachAs].documents} that one principal takes by default`;
  }
  if (attachAs === "session-policy") return "and a session takes one: use several sessions, or a role of its own";
  if (attachAs === "permissions-boundary") return "and a principal has one boundary: use several principals";
  return "which cannot be attached together: use `--attach-as managed-policy`";
}
