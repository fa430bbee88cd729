/** What every output format offers: one format a file, all listed in `index.ts`. Types only. */
import type { Attachment } from "../iam/attachment.ts";
import type { ArnNamer } from "../iam/named-arn.ts";
import type { PolicySet } from "../synthesize/policy-set.ts";
import type { TemplateVariable } from "./template-variable.ts";

export interface RenderedFile {
  /**
   * Tells the files of one policy set apart: empty if there is only one, else made of the identity's name and a number, fit
   * for a file name (`-worker`, `-worker-2`). The caller puts it before the extension of the name that it chose.
   */
  readonly suffix: string;
  /** Without the dot. */
  readonly extension: string;
  /** Ends with a line end. */
  readonly text: string;
}

export interface RenderSettings {
  /** Account, region and partition as they were seen, not as the tool's own references. */
  readonly literal: boolean;
  readonly attachAs: Attachment;
  /** Each of another name and another value. */
  readonly variables?: readonly TemplateVariable[];
  /** What the tool of the format has made itself, and so knows by name; given to formats with `references` alone. */
  readonly nameOf?: ArnNamer;
}

/** Whose expressions a format can hold: those of a Terraform configuration, or of a CloudFormation template. */
export type ReferenceTool = "terraform" | "template";

export interface Renderer {
  /** As in `--format`. */
  readonly format: string;
  /** Absent: the format knows no resources but those of the policy. */
  readonly references?: ReferenceTool;
  /** Some formats hold all documents in one file, others one each. No file where there is no policy. */
  readonly render: (policySet: PolicySet, settings: RenderSettings) => readonly RenderedFile[];
}
