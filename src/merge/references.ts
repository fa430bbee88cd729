/**
 * What a tool knows of its own resources: which ARNs its expressions stand for, read from a state or a template. With it an
 * ARN is written as a reference, and a reference that the team wrote is read as its ARN. Types only.
 */
import type { ArnNamer } from "../iam/named-arn.ts";

export type ReferenceTool = "terraform" | "template";

export interface References {
  readonly tool: ReferenceTool;
  readonly nameOf: ArnNamer;
  /** What an expression gives, as IAM reads it: `aws_s3_bucket.uploads.id`, `Queue.Arn`; undefined where it is not known. */
  readonly textOf: (expression: string) => string | undefined;
  /** It gives an account, a region or a partition, and which one is open; absent: it may be any. */
  readonly isOpen?: (expression: string) => boolean;
  /** What has no name or a guessed one, a line each, for people. */
  readonly notes: readonly string[];
}
