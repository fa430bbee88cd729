/** What a reviewer must know of the size of a policy: that it is split, and whether its parts can take effect together. */
import type { Attachment } from "../iam/attachment.ts";
import type { PolicyDocument } from "../iam/policy-document.ts";
import { policySize, QUOTAS } from "../iam/quotas.ts";
import { sortedNumbers } from "./order.ts";
import type { Finding } from "./policy-set.ts";
import type { Trial } from "./proof.ts";

/**
 * None where one document holds all. A warning where AWS would refuse a document, or all of them together. Its calls are those
 * that need two documents at once where only one can take effect.
 */
export function sizeFindings(
  documents: readonly PolicyDocument[],
  attachAs: Attachment,
  trials: readonly Pick<Trial, "requirement" | "allowedBy">[] = [],
): readonly Finding[] {
  const sizes = documents.map(policySize);
  const quota = QUOTAS[attachAs];
  const tooLarge = sizes.some((size) => size > quota.characters);
  if (documents.length < 2 && !tooLarge) return [];
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const tooMany = documents.length > quota.documents;
  const parts = documents.length === 1 ? "it stays one document" : `split into ${documents.length} documents`;
  const calls = quota.documents === 1 ? callsAcross(trials) : [];
  const message = [
    `${total} characters do not fit the ${quota.characters} of ${quota.of}: ${parts}`,
    tooMany ? `, ${togetherText(attachAs)}` : "",
    calls.length > 0
      ? `; ${calls.length === 1 ? "one call needs" : `${calls.length} calls need`} two of them at once`
      : "",
    tooLarge ? "; one statement alone is larger, and AWS will refuse it" : "",
  ].join("");
  return [{ code: "policy-split", severity: tooMany || tooLarge ? "warning" : "info", message, calls }];
}

/** Calls that no one document allows in full, though all documents together do. */
function callsAcross(trials: readonly Pick<Trial, "requirement" | "allowedBy">[]): readonly number[] {
  const documentsOf = new Map<number, ReadonlySet<number>>();
  for (const { requirement, allowedBy } of trials) {
    const allowing = new Set(allowedBy.map(({ document }) => document));
    for (const call of requirement.calls) {
      const known = documentsOf.get(call);
      documentsOf.set(call, known === undefined ? allowing : new Set([...known].filter((one) => allowing.has(one))));
    }
  }
  return sortedNumbers([...documentsOf].filter(([, documents]) => documents.size === 0).map(([call]) => call));
}

function togetherText(attachAs: Attachment): string {
  if (attachAs === "managed-policy") {
    return `more than the ${QUOTAS[attachAs].documents} that one principal takes by default`;
  }
  if (attachAs === "session-policy") return "and a session takes one: use several sessions, or a role of its own";
  if (attachAs === "permissions-boundary") return "and a principal has one boundary: use several principals";
  return "which cannot be attached together: use `--attach-as managed-policy`";
}
