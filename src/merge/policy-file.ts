/**
 * A file of the team that holds policies: what every reader (JSON, YAML, Terraform) gives, and all that merging and
 * checking know of it. Types only.
 */
import type { Statement } from "../iam/policy-document.ts";
import type { References } from "./references.ts";

/** Counted from 1, in characters; `end` is behind the last character. */
export interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface FoundStatement {
  /**
   * As IAM would read it. References of the tool stand as patterns: an account, region or partition that it fills in as
   * `*`, any other computed part as `*` too, and `isComputed` says so.
   */
  readonly statement: Statement;
  /** The file computes a part of it, so that it cannot be compared exactly. */
  readonly isComputed: boolean;
  /** Of its actions, what stands for something that is not known. */
  readonly unknownActions?: readonly string[];
  /** It has an ARN as it is, for which there is a reference now. */
  readonly isStale?: true;
  readonly region: Region;
}

export interface FoundPolicy {
  /** `aws_iam_policy.reader`, `Resources.ReaderPolicy`, `provider.iam.role`; empty where the file is one policy. */
  readonly address: string;
  /** `Version` as the document says it, computed parts as `*`; empty: it has none. Absent: the deploying tool writes it. */
  readonly version?: string;
  /** It spells policy variables `&{…}`, and cannot say all names: see `iam/ampersand-variables.ts`. */
  readonly ampersandVariables?: true;
  /** In the order of the file. */
  readonly statements: readonly FoundStatement[];
  /** The file adds statements to these that are written elsewhere, or computed as a whole. */
  readonly isPartial?: true;
  /** Why its statements cannot be edited in place (a function computes them, a variable, another file); absent: they can. */
  readonly notEditable?: string;
  /** The file that holds its text instead, as seen from the folder of this one. */
  readonly otherFile?: string;
  readonly region: Region;
}

/** Where the policy is at home: what the tool that deploys the file knows under names of its own. */
export interface Home {
  readonly partition?: string;
  readonly region?: string;
  /** 12 digits. */
  readonly account?: string;
}

/** What becomes of one policy's statements; indexes are those of `FoundPolicy.statements`. */
export interface StatementEdits {
  readonly replaced: ReadonlyMap<number, Statement>;
  readonly removed: ReadonlySet<number>;
  /** Put behind the last one, in this order. */
  readonly added: readonly Statement[];
  /** Absent: ARNs stand as they are; else a file whose ARNs name these places by reference gets them so. */
  readonly home?: Home;
}

export interface PolicyFile {
  readonly policies: readonly FoundPolicy[];
  /**
   * The text with these edits made to one policy, in the style that the file has around it; every byte outside the edited
   * statements is unchanged. No edits: the same text. Throws `InputError` where the policy cannot be edited.
   */
  withEdits(address: string, edits: StatementEdits): string;
  /** Statements in the file's language, to be pasted where a policy is made that cannot be edited. Ends with a line end. */
  pasteable(address: string, statements: readonly Statement[]): string;
}

/**
 * Throws `InputError` with line, column and a caret for a text that is none of the format's. With references, what the file
 * refers to is read as its ARN, and ARNs are written as references; those of another tool have no effect.
 */
export type PolicyFileReader = (text: string, fileName: string, references?: References) => Promise<PolicyFile>;
