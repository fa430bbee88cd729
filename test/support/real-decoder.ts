/** The decoder with the data and the records that ship. */
import { openApiIndex } from "../../src/data/open-api-index.ts";
import { createDecoder, type DecoderContext } from "../../src/decode/decoder.ts";
import { addressingOf, answersOf } from "../../src/services/decode-records.ts";

export const REAL_CONTEXT: DecoderContext = {
  apis: openApiIndex(),
  addressing: addressingOf,
  answers: answersOf,
  pathsRead: () => [],
};

export const realDecoder = createDecoder(REAL_CONTEXT);
