/** An address of this machine that is not the one on which the proxy serves its own user, and that no packet ever leaves. */

/** Linux answers on all of 127.0.0.0/8; macOS on the first address alone, but on `::1` everywhere. */
export const ELSEWHERE = process.platform === "linux" ? "127.0.0.2" : "::1";
