/**
 * Thrown inside this folder when the bytes are none that an observer can follow; `create-observer.ts` catches it.
 * It never reaches the code that passes the bytes on.
 */
export class LostPlace extends Error {}
