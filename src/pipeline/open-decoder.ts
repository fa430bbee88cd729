/** Decoding with all that AWS's models and our records know; what that takes is loaded here and nowhere earlier. */
import type { Decoder } from "../decode/decoder.ts";
import type { ServiceRules } from "../services/define-service.ts";

/** A decoder of requests to every API. Loads code and indexes, not the models: those come with the first call of each API. */
export async function openDecoder(): Promise<Decoder> {
  const [
    { createDecoder },
    { apiIndex },
    { serviceRules },
    { addressingOf, answersOf },
    reading,
    { observedKeyPaths },
  ] = await Promise.all([
    import("../decode/decoder.ts"),
    import("../data/opened-indexes.ts"),
    import("../services/index.ts"),
    import("../services/decode-records.ts"),
    import("../services/paths-read.ts"),
    import("../services/observed-keys.ts"),
  ]);
  const readBy = <T>(read: (rules: ServiceRules, operation: string) => readonly T[]) => {
    return (sdkId: string, operation: string): readonly T[] => {
      const rules = serviceRules(sdkId);
      return rules === undefined ? [] : read(rules, operation);
    };
  };
  const pathsRead = readBy(reading.pathsRead);
  return createDecoder({
    apis: apiIndex(),
    addressing: addressingOf,
    answers: answersOf,
    pathsRead: (sdkId, operation) => [...pathsRead(sdkId, operation), ...observedKeyPaths(sdkId, operation)],
    excerptsRead: readBy(reading.excerptsRead),
  });
}
