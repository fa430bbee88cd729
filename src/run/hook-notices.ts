/** What the Node hook noticed in the wrapped programs; the counterpart of `notice` in `preload/register.cts`. */
import { readFileSync } from "node:fs";

export interface HookNotice {
  readonly code: string;
  readonly authority?: string;
  readonly detail?: string;
}

/** Each notice once, whatever the number of processes that told it; none where no hook made the file. */
export function readHookNotices(path: string): readonly HookNotice[] {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return [];
  }
  return [...new Set(text.split("\n"))].flatMap((line) => noticeIn(line) ?? []);
}

/** Programs write this file, so nothing is taken from it but short texts. */
function noticeIn(line: string): HookNotice | undefined {
  let fields: unknown;
  try {
    fields = JSON.parse(line);
  } catch {
    return undefined;
  }
  const text = (name: string): string | undefined => {
    const value: unknown = typeof fields === "object" && fields !== null ? Reflect.get(fields, name) : undefined;
    return typeof value === "string" ? value.slice(0, 200) : undefined;
  };
  const [code, authority, detail] = [text("code"), text("authority"), text("detail")];
  if (code === undefined) return undefined;
  return { code, ...(authority === undefined ? {} : { authority }), ...(detail === undefined ? {} : { detail }) };
}
