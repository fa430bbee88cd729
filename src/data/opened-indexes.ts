/** The committed data, each side opened once a process: what one stage has parsed of an API, the next need not parse again. */
import type { ApiIndex } from "./api-index.ts";
import type { AuthorizationIndex } from "./authorization-index.ts";
import { openApiIndex } from "./open-api-index.ts";
import { openAuthorizationIndex } from "./open-authorization-index.ts";

export const apiIndex: () => ApiIndex = once(() => openApiIndex());
export const authorizationIndex: () => AuthorizationIndex = once(() => openAuthorizationIndex());

function once<T>(open: () => T): () => T {
  let opened: T | undefined;
  return () => {
    opened ??= open();
    return opened;
  };
}
