/** Client-side monitoring beside the proxy, loaded where it is asked for; and alone, for programs that the proxy must not touch. */
import { readDataSources } from "../data/read-data-sources.ts";
import { createRecorder, type Recorder } from "../record/recorder.ts";
import type { Observation, ObserveSettings } from "./observe.ts";
import type { CsmObservation, CsmSettings } from "./observe-csm.ts";
import { openCsmDecoder } from "./open-decoder.ts";

/** Throws SetupError where the port cannot be had. */
export async function openCsm(settings: CsmSettings, recorder: Recorder): Promise<CsmObservation> {
  const { observeCsm } = await import("./observe-csm.ts");
  return observeCsm({ recorder, openDecoder: openCsmDecoder }, settings);
}

export interface CsmAloneSettings extends Pick<ObserveSettings, "program" | "version" | "timeline" | "write"> {
  readonly csm: CsmSettings;
}

/** No proxy: neither a port nor a certificate authority. Throws SetupError. */
export async function startObservingCsm(settings: CsmAloneSettings): Promise<Observation> {
  const { program, version, timeline, write } = settings;
  const startedAt = new Date();
  const header = { startedAt: startedAt.toISOString(), program, version, data: readDataSources() };
  const recorder = createRecorder({ header, write, timeline });
  const csm = await openCsm(settings.csm, recorder);
  const flushing = setInterval(() => {
    csm.flush();
    recorder.flush();
  }, 1000).unref();
  return {
    port: 0,
    caPem: "",
    endpointPorts: new Map(),
    csmPort: csm.port,
    startedAt,
    notice: (notice) => recorder.notice(notice),
    caller: () => undefined,
    progress: () => recorder.progress(),
    async finish(exitCode) {
      await csm.finish();
      clearInterval(flushing);
      recorder.end(exitCode, Date.now());
      const { readRecording } = await import("../record/read-recording.ts");
      return readRecording(recorder.text(), program);
    },
  };
}
