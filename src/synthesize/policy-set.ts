/** What leaves `synthesize/`: one policy an identity, with its proof, its findings and where every statement comes from. */
import type { PolicyDocument, Statement } from "../iam/policy-document.ts";
import type { FindingCode } from "./finding-codes.ts";

export interface Finding {
  readonly code: FindingCode;
  readonly severity: "info" | "warning";
  /** e.g. `Statement[2].Resource[0]`. */
  readonly path?: string;
  /** One line, lower case. */
  readonly message: string;
  /** `n` of the calls concerned. */
  readonly calls: readonly number[];
}

export interface Proof {
  /** Every required permission is allowed by the documents, judged by `iam/evaluate.ts`. */
  readonly sufficient: boolean;
  /** Without any one action, resource or condition some required permission is not allowed. */
  readonly minimal: boolean;
  /** Required permissions checked. */
  readonly permissions: number;
  /** Of these, how many rest on unverified rules. */
  readonly unverified: number;
  /** What failed, if anything: `action on resource`. */
  readonly failures: readonly string[];
}

/** One action or resource of a statement, or one of several values of a condition key. */
export interface ProvedElement {
  /** Indexes of the document and, within it, of the statement. */
  readonly document: number;
  readonly statement: number;
  readonly sid?: string;
  /** `Action`, `Resource`, `Condition StringEquals aws:TagKeys`. */
  readonly element: string;
  readonly value: string;
  /** `n` of the calls of which some permission is allowed by nothing else, sorted; empty: the element is not needed. */
  readonly calls: readonly number[];
  /** Why it stands for more than the calls asked for, `reason: detail`; absent: it does not. */
  readonly generalises?: readonly string[];
}

export interface PolicyIdentity {
  /** Ids (key hashes) that are this one identity, sorted. */
  readonly ids: readonly string[];
  readonly account?: string;
  /** IAM ARN (role, not session) where the traffic revealed it. */
  readonly arn?: string;
}

export interface IdentityPolicy {
  readonly identity: PolicyIdentity;
  readonly documents: readonly PolicyDocument[];
  /** What the calls need, one action on one resource each, none within another: what other policies are judged by. */
  readonly needed: readonly Statement[];
  readonly proof: Proof;
  /** The proof in detail, where it was asked for. */
  readonly elements?: readonly ProvedElement[];
  /** Sid -> `n` of the calls that need it, sorted. */
  readonly provenance: { readonly [sid: string]: readonly number[] };
  readonly findings: readonly Finding[];
}

export interface PolicySet {
  /** Sorted by identity, so that the same observations give the same bytes. */
  readonly policies: readonly IdentityPolicy[];
  /** Findings that belong to no single identity. */
  readonly findings: readonly Finding[];
}
