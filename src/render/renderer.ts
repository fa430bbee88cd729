/** What every output format offers: one format a file, all listed in `index.ts`. Types only. */
import type { PolicySet } from "../synthesize/policy-set.ts";

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

export interface Renderer {
  /** As in `--format`. */
  readonly format: string;
  /** No file where there is no policy. */
  readonly render: (policySet: PolicySet) => readonly RenderedFile[];
}
