/** What `iamgen report` says of a recording, without a process of its own. */
import { assess } from "../../src/cli/assess.ts";
import { reportText } from "../../src/cli/report-text.ts";
import type { Recording } from "../../src/record/recording.ts";

export const reportOf = async (recording: Recording): Promise<string> => reportText(await assess(recording, {}));
