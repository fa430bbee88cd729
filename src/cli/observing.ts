/** The life of one observation, for `run` and `listen`: a proxy and the file that takes its recording, down again together. */
import { createProxy, type ProxyOptions, type RunningProxy } from "../library/create-proxy.ts";
import type { EnforcedPolicy, Recording, SigningSettings } from "../pipeline.ts";
import { projectOf } from "../run/recording-store.ts";
import { newRunId } from "../run/run-id.ts";
import { stateDirectory } from "../run/user-directories.ts";
import { userHome } from "../run/user-home.ts";
import { keepYoungGenerationSmall } from "../run/young-generation.ts";
import type { Context } from "./command.ts";
import type { RecordingFile } from "./recording-file.ts";
import { openRecording } from "./recording-place.ts";
import type { ObservingSettings } from "./settings.ts";

export interface ObservingRequest extends ObservingSettings {
  readonly port: number;
  /** Port of client-side monitoring, 0 for a free one; absent: it is not listened to. */
  readonly csm?: number;
  /** Client-side monitoring and nothing else. */
  readonly withoutProxy?: boolean;
  /** Another address to listen on, for those who show a token. */
  readonly bind?: string;
  /** The port stands open long enough for other users of the machine to find it. */
  readonly ownUserOnly: boolean;
  /** Reads the policy that calls are held to; absent: none. */
  readonly enforce?: () => Promise<EnforcedPolicy>;
  /** Requests are signed anew; absent: they go on as they are. */
  readonly signing?: SigningSettings;
  /** Of the user, instead of one that dies with the observation. */
  readonly keptAuthority?: NonNullable<ProxyOptions["keptAuthority"]>;
  /** The wrapped command as typed, or `listen`. */
  readonly command: string;
}

export interface Observed extends Omit<RunningProxy, "stop"> {
  /** Absent where no file could be made. */
  readonly recordingPath: string | undefined;
  finish(exitCode: number): Promise<Recording>;
  /** Takes everything down and leaves no recording. */
  discard(): Promise<void>;
}

/** Throws a `SetupError` where the machine refuses; nothing is left behind then. */
export async function beginObserving(request: ObservingRequest, context: Context): Promise<Observed> {
  const { environment } = context;
  const place = { env: environment, platform: process.platform, home: userHome() };
  const runId = newRunId(new Date());
  const { recording: asked, enforce: readPolicy, callers, withoutProxy, ...settings } = request;
  const file = openRecording({ asked, stateDirectory: stateDirectory(place), runId }, context);
  const youngMayGrow = keepYoungGenerationSmall();
  const end = { file, youngMayGrow };
  try {
    const { csm } = settings;
    if (withoutProxy && csm !== undefined) {
      const { listenToCsm } = await import("../library/listen-to-csm.ts");
      return observed(await listenToCsm({ ...settings, csm, environment, write: writerTo(file) }), end);
    }
    const enforce = await readPolicy?.();
    const held: Pick<ProxyOptions, "enforce"> = enforce === undefined ? {} : { enforce };
    const told = callers ? { callersRoot: projectOf(context.workingDirectory).root } : {};
    return observed(await createProxy({ ...settings, ...held, ...told, environment, write: writerTo(file) }), end);
  } catch (error) {
    youngMayGrow();
    file?.discard();
    throw error;
  }
}

const writerTo = (file: RecordingFile | undefined) => (line: string) => {
  if (file === undefined) throw new Error("no file");
  file.write(line);
};

interface End {
  readonly file: RecordingFile | undefined;
  readonly youngMayGrow: () => void;
}

function observed({ stop, ...proxy }: RunningProxy, { file, youngMayGrow }: End): Observed {
  return {
    ...proxy,
    recordingPath: file?.path,
    async finish(exitCode) {
      const recording = await stop(exitCode);
      youngMayGrow();
      file?.close();
      return recording;
    },
    async discard() {
      await stop(0);
      youngMayGrow();
      file?.discard();
    },
  };
}
