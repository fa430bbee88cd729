/** The mark of ownership: statements whose Sid begins so are kept true by merging, all others are the team's. */

export const isOurSid = (sid: string | undefined): boolean => /^Iamgen/.test(sid ?? "");
